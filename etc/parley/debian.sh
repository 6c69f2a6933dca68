# shellcheck shell=bash
# Kamailio >= 6 and rtpengine >= 26: the host's where new enough, else from a private root made once with debootstrap.

SUITE=forky
FORKY="${PARLEY_FORKY_ROOT:-$CACHE/$SUITE}"
FORKY_WITH_ASTERISK="$CACHE/$SUITE-asterisk"
EDGE_PACKAGES=(kamailio kamailio-extra-modules kamailio-json-modules kamailio-utils-modules kamailio-postgres-modules
    kamailio-tls-modules kamailio-websocket-modules kamailio-presence-modules rtpengine-daemon)
# No waiting for the disk: a root that was interrupted in the making is thrown away.
APT_INTO_ROOT=(-y --no-install-recommends -o Dpkg::Options::=--force-unsafe-io)

major_version() { "$1" "$2" 2>&1 | grep -oE '[0-9]+\.[0-9]+' | head -1 | cut -d. -f1; }

# host_has kamailio -v 6
host_has() { command -v "$1" >/dev/null && [ "$(major_version "$1" "$2" || echo 0)" -ge "$3" ]; }

host_is_new_enough() { host_has kamailio -v 6 && host_has rtpengine --version 26; }

# The first archive in the host's apt configuration, and with it whatever apt settings make it usable.
host_mirror() {
    cat /etc/apt/sources.list.d/*.sources /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
        sed -E 's/^deb +(\[[^]]*\] +)?/URIs: /' | awk '/^URIs:/ && $2 !~ /security/ { print $2; exit }' || true
}

prepare_edge() { host_is_new_enough || prepare_root; }

prepare_root() {
    [ -e "$FORKY/.complete" ] && return
    [ -n "${PARLEY_FORKY_ROOT:-}" ] && fail "PARLEY_FORKY_ROOT=$PARLEY_FORKY_ROOT is no complete root"
    make_private_root "$FORKY" "Kamailio and rtpengine" "${EDGE_PACKAGES[@]}"
}

# For ./parley bench media alone.
prepare_asterisk_root() {
    [ -e "$FORKY_WITH_ASTERISK/.complete" ] || make_private_root "$FORKY_WITH_ASTERISK" Asterisk asterisk
}

make_private_root() { # make_private_root FOLDER FOR_WHAT PACKAGE...
    local root=$1 purpose=$2 mirror building="$1.building.$$" log
    shift 2
    log="$LOGS/$(basename "$root").log"
    need_packages debootstrap ca-certificates
    mirror=$(host_mirror)
    [ -n "$mirror" ] || fail "found no Debian archive in the host's apt configuration"
    mkdir -p "$CACHE"
    step "making a private Debian $SUITE root for $purpose (once, about a minute, 0.8 GB)"
    make_root "$mirror" "$building" "$@" >"$log" 2>&1 || {
        as_root rm -rf --one-file-system "$building"
        fail "could not make the Debian root; see $log"
    }
    as_root rm -rf --one-file-system "$root"
    as_root mv "$building" "$root"
    step "the Debian $SUITE root for $purpose is ready"
}

# The smallest Debian there is: bootstrap MIRROR FOLDER
bootstrap() {
    local keyring=()
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] ||
        { [ -e /usr/share/debootstrap/scripts/$SUITE ] || keyring=(--no-check-gpg); }
    as_root debootstrap --variant=minbase "${keyring[@]}" $SUITE "$2" "$1" sid
}

make_root() { # make_root MIRROR FOLDER PACKAGE...
    local mirror=$1 root=$2 settings
    shift 2
    bootstrap "$mirror" "$root" || return
    for settings in /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/ssl/certs /usr/local/share/ca-certificates; do
        [ -e "$settings" ] || continue
        as_root mkdir -p "$root$(dirname "$settings")" && as_root cp -rLT "$settings" "$root$settings" || return
    done
    as_root cp /etc/resolv.conf /etc/hosts "$root/etc/" || return
    printf 'deb %s %s main\n' "$mirror" "$SUITE" | as_root tee "$root/etc/apt/sources.list" >/dev/null
    # Nothing may start at its installation.
    printf '#!/bin/sh\nexit 101\n' | as_root tee "$root/usr/sbin/policy-rc.d" >/dev/null
    as_root chmod +x "$root/usr/sbin/policy-rc.d"
    in_root "$root" apt-get update || return
    in_root "$root" apt-get install "${APT_INTO_ROOT[@]}" "$@" || return
    in_root "$root" apt-get clean
    as_root mkdir -p "$root/parley" # where exec_in_root shows the project
    as_root touch "$root/.complete"
}

# A command that installs something in a root.
in_root() {
    local root=$1 inside
    shift
    # shellcheck disable=SC2016
    inside='mount -t proc proc "$1/proc" && exec chroot "$@"'
    as_root unshare --mount --propagation private env DEBIAN_FRONTEND=noninteractive LC_ALL=C sh -c "$inside" sh "$root" "$@"
}

# Replaces this (sub)shell by a command of a Debian root, which sees the project at /parley: exec_in_root FOLDER COMMAND...
exec_in_root() {
    local root=$1 inside namespaces=(--mount --propagation private)
    shift
    [ "$(id -u)" = 0 ] || namespaces+=(--map-root-user) # a user namespace: no privilege is needed to run
    # In a mount namespace of its own: nothing stays mounted when it ends.
    # shellcheck disable=SC2016
    inside='set -e; root=$1 project=$2; shift 2
        mount --rbind "$project" "$root/parley"; mount --rbind /proc "$root/proc"; mount --rbind /dev "$root/dev"
        mount -t tmpfs tmpfs "$root/run"; mkdir "$root/run/kamailio"; mount -t tmpfs tmpfs "$root/tmp"
        cd /; exec chroot "$root" "$@"'
    exec unshare "${namespaces[@]}" sh -c "$inside" sh "$root" "${ROOT:?}" "$@"
}

# Replaces this (sub)shell by Kamailio or rtpengine, wherever they are.
exec_edge() {
    host_is_new_enough && exec "$@"
    exec_in_root "$FORKY" "$@"
}

# The project's folder as a program started by exec_edge sees it.
edge_root() { if host_is_new_enough; then printf '%s' "$ROOT"; else printf /parley; fi; }
