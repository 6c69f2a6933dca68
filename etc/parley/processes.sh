# shellcheck shell=bash
# Starting, watching and stopping processes. Each is known by two files in .parley/run: NAME.pid and, because ids are
# used again, NAME.since, when that process started.

SECONDS_TO_START=60
SECONDS_TO_STOP=10

# When a process started, in clock ticks since boot.
started_at() { sed 's/.*) //' "/proc/$1/stat" 2>/dev/null | awk '{print $20}'; }

pid_of() { cat "$RUN/$1.pid" 2>/dev/null; }

is_zombie() { grep -qs '^State:.Z' "/proc/$1/status"; }

is_running() {
    local pid since
    pid=$(pid_of "$1") && since=$(cat "$RUN/$1.since" 2>/dev/null) || return
    [ -n "$pid" ] && [ "$(started_at "$pid")" = "$since" ] && ! is_zombie "$pid"
}

is_gone() { ! is_running "$1"; }

# start NAME: runs the function run_NAME, which execs a program, in a session of its own.
start() {
    local name=$1 pid
    end_leftovers "$name"
    refuse_taken_ports "$name"
    [ ! -e "$LOGS/$name.log" ] || mv "$LOGS/$name.log" "$LOGS/$name.earlier.log"
    PARLEY_PROCESS="$(mark_of "$name")" setsid "$ROOT/parley" _exec "$name" </dev/null >"$LOGS/$name.log" 2>&1 9>&- &
    pid=$!
    disown "$pid"
    started_at "$pid" >"$RUN/$name.since"
    printf '%s\n' "$pid" >"$RUN/$name.pid"
    STARTED+="$name "
}

# What tells a part of this system from the same part of another one.
mark_of() { printf '%s#%s' "$ROOT${PARLEY_WORLD:+@$PARLEY_WORLD}" "$1"; }

# The processes that carry a part's name in their environment: it, its children, and what a killed one has left.
family_of() {
    { grep -lzxF "PARLEY_PROCESS=$(mark_of "$1")" /proc/[0-9]*/environ 2>/dev/null || true; } | sed 's,/proc/,,; s,/environ,,' |
        while read -r pid; do is_zombie "$pid" || printf '%s\n' "$pid"; done
}

has_family() { [ -n "$(family_of "$1")" ]; }
has_no_family() { ! has_family "$1"; }

# Children that outlived their parent: Kamailio's workers, or the PostgreSQL server, which is asked politely.
end_leftovers() {
    local name=$1 signal=KILL
    [ "$name" != postgres ] || signal=INT
    while has_family "$name"; do
        family_of "$name" | xargs -r kill "-$signal" 2>/dev/null || true
        wait_for "$SECONDS_TO_STOP" has_no_family "$name" || signal=KILL
    done
    rm -f "$RUN/$name.pid" "$RUN/$name.since"
}

ask_to_end() { ! is_running "$1" || kill -TERM "$(pid_of "$1")" 2>/dev/null || true; }

# stop NAME: asks it to end, and after a while insists.
stop() {
    ask_to_end "$1"
    wait_for "$SECONDS_TO_STOP" is_gone "$1" || kill -KILL "$(pid_of "$1")" 2>/dev/null || true
    end_leftovers "$1"
}

# await_healthy NAME: waits until it runs and is healthy; on failure tells the end of its log.
await_healthy() {
    local name=$1 limit=$((SECONDS + SECONDS_TO_START))
    until is_healthy "$name" 2>/dev/null; do
        is_running "$name" || give_up "$name" "ended by itself"
        [ "$SECONDS" -lt "$limit" ] || give_up "$name" "was not healthy after $SECONDS_TO_START s"
        sleep 0.1
    done
    # Somebody else's process may have answered in its place.
    is_running "$name" || give_up "$name" "ended by itself"
    step "$name is ready"
}

give_up() {
    printf '\n%s %s. The end of %s:\n\n' "$1" "$2" "$LOGS/$1.log" >&2
    tail -n 25 "$LOGS/$1.log" >&2
    fail "$1 did not start"
}

# Whether anybody listens on a port of this machine: is_taken tcp|udp PORT
is_taken() {
    local hex state='[0-9A-F]{2}'
    hex=$(printf '%04X' "$2")
    [ "$1" = udp ] || state=0A # listening
    cat "/proc/net/$1" "/proc/net/${1}6" 2>/dev/null | grep -qE "^ *[0-9]+: [0-9A-F]+:$hex [0-9A-F]+:[0-9A-F]{4} $state "
}

refuse_taken_ports() {
    local port
    for port in $(ports_of "$1"); do
        is_taken "${port%:*}" "${port#*:}" || continue
        fail "$1 needs port ${port#*:} (${port%:*}), but another program has it"
    done
}
