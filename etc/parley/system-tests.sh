# shellcheck shell=bash
# The tests of the whole system, with real telephones. They mostly wait, for people talk slowly: so where it can be had, a
# second system, with nothing in common with the first, takes a part of them at the same time.

PHONES=(baresip-core sip-tester iproute2)
SYSTEM_TESTS="$ROOT/system-tests"
SYSTEM_REPORTS="$SYSTEM_TESTS/target/system-reports"

# What the second system takes: about half of the time.
BESIDE=(NamingIT GuessingIT ModeratingIT CarrierIT RemappingIT LimitsIT InvitingIT EscalatingIT
    TortureMessagesIT StreamCutsIT HeaderFormsIT CalledPartiesIT)
# Many calls at once, thousands of broken messages, and what listens for gaps while services start, need the machine for
# themselves: they come when the second system is through.
ALONE=(CallingManyIT CrowdIT SurvivingIT MutationIT)
# Looks at what the others have left, and so comes last in both.
LAST=KeepingSecretsIT
ALL='.*IT'
MEGABYTES_FOR_TWO=8000

test_system() {
    local was_up=yes failed=0 beside=
    is_up || was_up=no
    if can_have_two; then
        begin_beside
        beside=$!
        test_in_world first --include-classname "$ALL" --exclude-classname "$(named "${BESIDE[@]}" "${ALONE[@]}")" || failed=1
        wait "$beside" || failed=1
        run_tests alone --include-classname "$(named "${ALONE[@]}")" || failed=1
    else
        step "one after the other: a second system needs root, two processors and $MEGABYTES_FOR_TWO MB"
        test_in_world only --include-classname "$ALL" || failed=1
    fi
    [ $was_up = yes ] || down
    return $failed
}

is_up() { status >/dev/null 2>&1; }

# Only these, in the system that runs or is started now.
test_named() {
    folders
    need_packages "${PHONES[@]}"
    ensure_up
    maven -q test-compile -pl system-tests -am
    rm -rf "$SYSTEM_REPORTS"
    run_tests named --include-classname "$(named "$@")"
}

# A regular expression for classes by their simple names.
named() {
    local IFS='|'
    printf '.*\\.(%s)' "$*"
}

can_have_two() {
    [ "$(id -u)" = 0 ] && [ "$(nproc)" -ge 2 ] && [ "$(awk '/^MemAvailable:/ { print int($2 / 1024) }' /proc/meminfo)" -ge $MEGABYTES_FOR_TWO ] &&
        (isolated true) 2>/dev/null
}

# Replaces this subshell by a command with network, processes and mounts of its own, which ends when we do.
isolated() { exec setpriv --pdeathsig KILL unshare --net --pid --ipc --mount --propagation private --fork --kill-child --mount-proc "$@"; }

begin_beside() {
    rm -rf "$STATE/beside"
    mkdir -p "$STATE/beside"
    cp "$STATE/built" "$STATE/beside/"
    # shellcheck disable=SC2016
    PARLEY_WORLD=beside PARLEY_STARTED_AT=$((STARTED_AT - SECONDS)) isolated sh -c '
        ip link set lo up && mount --bind "$1/.parley/beside" "$1/.parley" && exec "$1/parley" _test_beside' sh "$ROOT" &
}

beside_has_begun() { [ -e "$STATE/beside/demo.json" ] || ! kill -0 "$beside"; }

# What runs where begin_beside has been.
test_beside() {
    local failed=0
    folders
    prepare_java
    test_in_world second --include-classname "$(named "${BESIDE[@]}" "$LAST")" || failed=1
    down
    return $failed
}

# test_in_world NAME OPTION...: in a system that is started for it if need be, and not while the other one starts.
test_in_world() {
    up
    [ -z "${beside:-}" ] || wait_for "$SECONDS_TO_START" beside_has_begun || true
    step "the $1 system is tried"
    run_tests "$@" || {
        step "the $1 system: not as it should be"
        return 1
    }
    step "the $1 system: all as it should be"
}

# run_tests NAME OPTION...
run_tests() {
    local name=$1
    shift
    (
        cd "$SYSTEM_TESTS" && unset KAFKA_BOOTSTRAP_SERVERS PARLEY_DB_URL
        exec "$JAVA_HOME/bin/java" -ea -Xmx768m -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
            -cp "target/test-classes:target/classes:$(cat target/test.classpath)" \
            org.junit.platform.console.ConsoleLauncher execute --disable-banner --disable-ansi-colors --fail-if-no-tests --details=testfeed \
            --scan-classpath target/test-classes --reports-dir "$SYSTEM_REPORTS/$name" "$@"
    )
}
