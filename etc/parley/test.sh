# shellcheck shell=bash
# Every test, from a clean checkout: modules first, then the whole system with real telephones.

SCRIPTS=(parley prompts/make .ci/run images/build images/prove k8s/render)

test_all() {
    local failed=0
    folders
    prepare_edge
    prepare_java
    need_packages "${PHONES[@]}" shellcheck
    rm -rf "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports "$SYSTEM_REPORTS"
    is_built || stop_what_runs_from_the_build
    step "the edge's config, in all its forms"
    check_edge || failed=1
    step "scripts; modules: format, lint, unit and integration tests"
    (cd "$ROOT" && shellcheck -x "${SCRIPTS[@]}" images/steps/* images/run/* etc/parley/*.sh) || failed=1
    maven -T2 -fae verify || failed=1
    if [ $failed = 0 ]; then
        remember_built
        step "the whole system, with real telephones"
        test_system || failed=1
    fi
    slowest
    failures
    step "that was all of it"
    totals
    return $failed
}

# The forms that an operator's settings can give it (kamailio/settings.cfg, http.cfg).
EDGE_FORMS=('' '-A WITH_HTTP' '-A WITH_HTTP -A WITH_WEBSOCKET' '-A PARLEY_AUTH_SHA256' '-A PARLEY_AUTH_MD5'
    '-A PARLEY_LOCATION_MODE=3' '-A PARLEY_TRUNKS_ALLOW_INTERNAL')

# What kamailio -c says of each; nothing when it is as it should be. It does not tell of routes that there are not.
check_edge() {
    local form options missing failed=0
    missing=$(comm -23 <(names_in_edge '\broute\([A-Z_]+\)') <(names_in_edge '^route\[[A-Z_]+\]'))
    [ -z "$missing" ] || {
        say "kamailio/*.cfg call routes that there are not:" "$missing"
        failed=1
    }
    for form in "${EDGE_FORMS[@]}"; do
        read -ra options <<<"$form"
        (
            export PARLEY_KAMAILIO_DB_URL=postgres://kamailio@127.0.0.1/parley PARLEY_SIP_KEY=checked
            PARLEY_DISPATCHER_LIST=$(edge_root)/kamailio/dispatcher.list
            export PARLEY_DISPATCHER_LIST
            exec_edge kamailio -c -E "${options[@]}" -f "$(edge_root)/kamailio/kamailio.cfg"
        ) >"$LOGS/edge-check.log" 2>&1 || {
            say "kamailio -c $form:"
            cat "$LOGS/edge-check.log"
            failed=1
        }
    done
    return $failed
}

# names_in_edge PATTERN: the capitals in what matches, in order and once.
names_in_edge() { grep -ohE "$1" "$ROOT"/kamailio/*.cfg | grep -oE '[A-Z_]+' | sort -u; }

reports() {
    find "$ROOT"/*/target/surefire-reports "$ROOT"/*/target/failsafe-reports "$SYSTEM_REPORTS" -name 'TEST-*.xml' 2>/dev/null
}

slowest() {
    say
    say "What took longest (seconds, class):"
    # shellcheck disable=SC2016
    reports | xargs -r awk '
        /<testcase / { spent[attribute(" classname=")] += attribute(" time=") }
        function attribute(name) { match($0, name "\"[^\"]*\""); return substr($0, RSTART + length(name) + 1, RLENGTH - length(name) - 2) }
        END { for (class in spent) printf "%8.1f  %s\n", spent[class], class }' | sort -rn | head -12
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
