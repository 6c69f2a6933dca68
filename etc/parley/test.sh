# shellcheck shell=bash
# Every test, from a clean checkout: modules first, then the whole system with real telephones.

PHONES=(baresip-core sip-tester)
SCRIPTS=(parley prompts/make .ci/run images/build images/prove k8s/render)

test_all() {
    local failed=0 was_up=yes
    folders
    prepare_edge
    prepare_java
    need_packages "${PHONES[@]}" shellcheck
    is_up || was_up=no
    rm -rf "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports
    is_built || stop_what_runs_from_the_build
    step "scripts; modules: format, lint, unit and integration tests"
    (cd "$ROOT" && shellcheck -x "${SCRIPTS[@]}" images/steps/* images/run/* etc/parley/*.sh) || failed=1
    maven -fae verify || failed=1
    if [ $failed = 0 ]; then
        remember_built
        step "the whole system, with real telephones"
        up
        # The unit tests have just been run.
    maven verify -pl system-tests -am -Dparley.system=true -Dtest=None -Dsurefire.failIfNoSpecifiedTests=false || failed=1
        [ $was_up = yes ] || down
    fi
    slowest
    failures
    step "that was all of it"
    totals
    return $failed
}

is_up() { status >/dev/null 2>&1; }

reports() { find "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports -name 'TEST-*.xml' 2>/dev/null; }

slowest() {
    say
    say "What took longest (seconds, class):"
    reports | while read -r report; do
        sed -nE 's/.*<testsuite .* name="([^"]+)" time="([0-9.]+)".*/\2 \1/p' "$report"
    done | sort -rn | head -12 | awk '{printf "%8.1f  %s\n", $1, $2}'
}

# Each test that failed, with the first line of what it said: the log of a module is long and another's comes after it.
failures() {
    local report
    reports | while read -r report; do
        awk '
            /<testcase / { match($0, / name="[^"]*"/); test = substr($0, RSTART + 7, RLENGTH - 8)
                           match($0, / classname="[^"]*"/); class = substr($0, RSTART + 12, RLENGTH - 13) }
            /<(failure|error)[ >]/ { printf "FAILED %s.%s\n    %s\n", class, test, substr($0, 1, 600); left = 12; next }
            left > 0 { print "    " $0; left-- }' "$report"
    done
}

# The plain closing line that every tool understands.
totals() {
    reports | while read -r report; do
        grep -oE '<testsuite [^>]*>' "$report" | head -1
    done | awk '
        { run += attribute("tests"); bad += attribute("failures") + attribute("errors"); left += attribute("skipped") }
        function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
        END { printf "\n%d passed, %d failed, %d skipped\n", run - bad - left, bad, left }'
}
