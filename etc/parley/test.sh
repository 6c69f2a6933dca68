# shellcheck shell=bash
# Every test, from a clean checkout: modules first, then the whole system with real telephones.

PHONES=(baresip-core sip-tester)

test_all() {
    mkdir -p "$RUN" "$LOGS" "$DATA" "$CACHE"
    local failed=0 began=$SECONDS was_up=yes
    prepare_edge
    prepare_java
    need_packages "${PHONES[@]}"
    step "modules: format, lint, unit and integration tests"
    maven verify -pl '!system-tests' || failed=1
    if [ $failed = 0 ]; then
        step "the whole system"
        status >/dev/null 2>&1 || was_up=no
        up
        maven verify -pl system-tests -am -Dparley.system=true || failed=1
        [ $was_up = yes ] || down
    fi
    slowest
    totals
    step "tests took $((SECONDS - began)) s"
    return $failed
}

reports() { find "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports -name 'TEST-*.xml' 2>/dev/null; }

slowest() {
    say
    say "What took longest (seconds, class):"
    reports | while read -r report; do
        sed -nE 's/.*<testsuite .* name="([^"]+)" time="([0-9.]+)".*/\2 \1/p' "$report"
    done | sort -rn | head -12 | awk '{printf "%8.1f  %s\n", $1, $2}'
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
