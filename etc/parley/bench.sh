# shellcheck shell=bash
# Measurements of the running system; for one of them an Asterisk beside it.

bench() {
    case ${1:-setup} in
        core) bench_core ;;
        media)
            shift
            bench_media "$@"
            ;;
        *)
            ensure_up
            run_bench "${1:-setup}"
            ;;
    esac
}

# The core alone: nothing has to be running.
bench_core() {
    folders
    prepare_java
    maven -q test -pl conference-service -am -Dtest=CoreBench -Dsurefire.failIfNoSpecifiedTests=false
}

run_bench() { # run_bench NAME ARGUMENT...
    system_tests_main bench.Bench "$1" "$ROOT/.parley/demo.json" "$ROOT/benchmarks/results" "${@:2}"
}

# Asterisk is no part of the system: up, status and down do not know it.
bench_media() { # bench_media LOAD...
    local failed=0
    ensure_up
    need_packages fontconfig fonts-dejavu-core # for the plot
    prepare_asterisk_root
    trap 'stop asterisk' EXIT
    start asterisk
    await_healthy asterisk
    run_bench media "$@" || failed=$?
    return $failed
}

run_asterisk() {
    local first=()
    # As rtpengine is started.
    ! chrt --rr 10 true 2>/dev/null || first=(chrt --rr 10)
    # It looks its own name up for each call: here it is one that every resolver knows.
    exec_in_root "$FORKY_WITH_ASTERISK" unshare --uts sh -c 'hostname localhost && mkdir -p /tmp/asterisk/run /tmp/asterisk/spool /tmp/asterisk/log /tmp/asterisk/db && exec "$@"' \
        sh "${first[@]}" asterisk -f -C /parley/benchmarks/asterisk/asterisk.conf
}
