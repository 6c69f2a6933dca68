# shellcheck shell=bash
# Starting, watching and stopping processes, each known by a file in .parley/run: its id and when it started.

# When a process started, in clock ticks since boot: with the id, a name that is never used twice.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '{print $20}'; }

pid_of() { cut -d' ' -f1 "$RUN/$1.pid" 2>/dev/null; }

is_running() {
    local pid since
    read -r pid since 2>/dev/null <"$RUN/$1.pid" || return
    [ -n "$pid" ] && [ "$(started_at "$pid")" = "$since" ]
}

# start NAME: runs the function run_NAME, which execs a program, in a session of its own.
start() {
    local name=$1 pid
    end_leftovers "$name"
    PARLEY_PROCESS="$ROOT#$name" setsid "$ROOT/parley" _exec "$name" </dev/null >>"$LOGS/$name.log" 2>&1 &
    pid=$!
    printf '%s %s\n' "$pid" "$(started_at "$pid")" >"$RUN/$name.pid"
    disown "$pid"
    ANY_STARTED=yes
}

# Children that outlived their killed parent, Kamailio's workers say. They carry its name in their environment.
end_leftovers() {
    local name=$1 found
    for found in $(as_root grep -lzxF "PARLEY_PROCESS=$ROOT#$name" /proc/[0-9]*/environ 2>/dev/null); do
        found=${found#/proc/}
        as_root kill -KILL "${found%/environ}" 2>/dev/null || true
    done
    rm -f "$RUN/$name.pid"
}

# stop NAME: asks it to end, and after ten seconds insists.
stop() {
    local name=$1 pid
    if is_running "$name"; then
        pid=$(pid_of "$name")
        as_root kill -TERM "$pid" 2>/dev/null || true
        wait_for 10 is_gone "$name" || as_root kill -KILL "$pid" 2>/dev/null || true
    fi
    end_leftovers "$name"
}

is_gone() { ! is_running "$1"; }

# healthy NAME CHECK...: waits until the check succeeds; on failure tells the end of the log.
await_healthy() {
    local name=$1 limit=$((SECONDS + 60))
    shift
    until "$@" >/dev/null 2>&1; do
        if ! is_running "$name" || [ "$SECONDS" -ge "$limit" ]; then
            printf '\n%s did not become healthy. The end of %s:\n' "$name" "$LOGS/$name.log" >&2
            tail -25 "$LOGS/$name.log" >&2
            fail "$name failed to start"
        fi
        sleep 0.3
    done
    step "$name is ready"
}

# Whether GET of this path answers 200: answers_ok PORT PATH
answers_ok() {
    local status
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    read -r -t 5 status <&3
    exec 3<&- 3>&-
    [[ $status == *" 200"* ]]
}
