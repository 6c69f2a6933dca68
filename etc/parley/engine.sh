# shellcheck shell=bash
# A Docker engine, where there is none: one of our own, with its data in .parley, that ends with its work. Sourced by the
# scripts of images/.

ENGINE="$STATE/engine"
ENGINE_RUN=/run/parley-engine.$$ # short: paths of sockets are

folders() { mkdir -p "$RUN" "$LOGS" "$DATA" "$CACHE"; }

# The client that builds with BuildKit: a new one needs buildx for it, the one of Debian 12 does not.
find_docker() {
    local candidate
    export DOCKER_BUILDKIT=1
    for candidate in docker /usr/bin/docker; do
        DOCKER=$(type -P "$candidate") || continue
        [ "$("$DOCKER" --version | grep -oE '[0-9]+' | head -1)" -lt 23 ] && return
        "$DOCKER" buildx version >/dev/null 2>&1 && return
    done
    fail "found no Docker client that can build: install docker.io, or docker-buildx"
}

docker() { "$DOCKER" "$@"; }

size_of() { docker image inspect -f '{{.Size}}' "$1" | awk '{ printf "%.0f MB", $1 / 1000000 }'; }

# The engine of this machine if there is one, else one of our own, for the builds: it has no networks, its containers are in
# that of the host, which it leaves as it is.
ensure_engine() {
    if [ -z "${OWN_ENGINE:-}" ] && "$DOCKER" version >/dev/null 2>&1; then
        step "using the Docker engine that runs"
    else
        start_engine --bridge=none --iptables=false --ip6tables=false --ip-forward=false
    fi
}

# Once more in a network namespace of its own: there it may make bridges and publish ports as it likes, nothing of it can
# collide with what else runs on this machine, and nothing gets out.
isolate_engine() {
    [ -n "${ENGINE_PID:-}" ] || return 0
    stop_engine
    start_engine --bridge=none
}

# start_engine OPTION...
start_engine() {
    local command=(dockerd --data-root "$ENGINE/data" --exec-root "$ENGINE_RUN" --pidfile "$ENGINE_RUN/pid"
        --host "unix://$ENGINE_RUN/socket" --config-file "$ENGINE_RUN/daemon.json" "$@")
    mkdir -p "$ENGINE/data" "$ENGINE_RUN"
    echo '{}' >"$ENGINE_RUN/daemon.json"
    export DOCKER_HOST="unix://$ENGINE_RUN/socket"
    if [[ " $* " == *" --iptables=false "* ]]; then
        setsid "${command[@]}" </dev/null >>"$LOGS/engine.log" 2>&1 &
    else
        # shellcheck disable=SC2016
        setsid unshare --net sh -c 'ip link set lo up && exec "$@"' sh "${command[@]}" </dev/null >>"$LOGS/engine.log" 2>&1 &
    fi
    ENGINE_PID=$!
    wait_for 60 "$DOCKER" version || fail "the Docker engine did not start; see $LOGS/engine.log"
    step "a Docker engine of our own is up: $("$DOCKER" version -f '{{.Server.Version}}'), $("$DOCKER" info -f '{{.Driver}}')"
}

engine_is_gone() { ! kill -0 "$ENGINE_PID" 2>/dev/null; }

stop_engine() {
    [ -n "${ENGINE_PID:-}" ] || return 0
    kill -TERM "$ENGINE_PID" 2>/dev/null || true
    wait_for 60 engine_is_gone || kill -KILL "$ENGINE_PID" 2>/dev/null || true
    wait "$ENGINE_PID" 2>/dev/null || true
    ENGINE_PID=
}
