# shellcheck shell=bash
# Where things are, and how parley speaks. Sourced by ./parley.

CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/parley"
STATE="$ROOT/.parley"
RUN="$STATE/run"
LOGS="$STATE/logs"
DATA="$STATE/data"
SECRETS="$STATE/secrets"
STARTED_AT=${PARLEY_STARTED_AT:-$SECONDS}

say() { printf '%s\n' "$*"; }

# A line of progress, with the seconds since the command began.
step() { printf '[%3ds] %s\n' "$((SECONDS - STARTED_AT))" "$*"; }

fail() {
    printf 'parley: %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root, and there is no sudo: $*"
    fi
}

# Installs what is missing of the named Debian packages; says nothing when nothing is.
need_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    command -v apt-get >/dev/null || fail "please install: ${missing[*]}"
    step "installing ${missing[*]}"
    {
        as_root env DEBIAN_FRONTEND=noninteractive apt-get update
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
    } >"$LOGS/packages.log" 2>&1 || fail "could not install ${missing[*]}; see $LOGS/packages.log"
}

# Waits for a command to succeed: wait_for SECONDS COMMAND...
wait_for() {
    local limit=$((SECONDS + $1))
    shift
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -ge "$limit" ] && return 1
        sleep 0.2
    done
}
