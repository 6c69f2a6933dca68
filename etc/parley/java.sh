# shellcheck shell=bash
# JDK 25 and Maven, and the build: only when sources have changed.

JDK=25
JDK_IN_ROOT=/usr/lib/jvm/java-25-openjdk-amd64
JAVA_INSIDE=no

is_jdk() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -qE "^javac $JDK(\.|$)"; }

find_jdk() {
    local candidate from_path
    from_path=$(command -v javac || true)
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "${from_path:+$(dirname "$(dirname "$(readlink -f "$from_path")")")}"; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
    return 1
}

# Sets JAVA_HOME; without a JDK on the host, one of the Debian root, which then runs all that is Java.
prepare_java() {
    need_packages maven
    if JAVA_HOME=$(find_jdk); then
        export JAVA_HOME
        return
    fi
    prepare_root
    if [ ! -x "$FORKY$JDK_IN_ROOT/bin/javac" ]; then
        step "no JDK $JDK here: installing one into the private root"
        in_root "$FORKY" apt-get update >"$LOGS/jdk.log" 2>&1 &&
            in_root "$FORKY" apt-get install -y --no-install-recommends openjdk-$JDK-jdk-headless maven >>"$LOGS/jdk.log" 2>&1 ||
            fail "could not install a JDK; see $LOGS/jdk.log"
    fi
    JAVA_INSIDE=yes
    export JAVA_HOME=$JDK_IN_ROOT
}

# Replaces this (sub)shell by a Java program.
exec_java() {
    [ "$JAVA_INSIDE" = yes ] && exec_in_root "$JAVA_HOME/bin/java" "$@"
    exec "$JAVA_HOME/bin/java" "$@"
}

# The project's folder as a Java program sees it.
java_root() { if [ "$JAVA_INSIDE" = yes ]; then printf /parley; else printf '%s' "$ROOT"; fi; }

maven() {
    if [ "$JAVA_INSIDE" = yes ]; then
        mkdir -p "$HOME/.m2"
        (cd "$ROOT" && PARLEY_BIND_M2="$HOME/.m2" exec_in_root sh -c 'cd /parley && exec mvn "$@"' mvn "$@")
    else
        (cd "$ROOT" && exec mvn "$@")
    fi
}

# What the build reads, in one number.
sources_stamp() {
    (cd "$ROOT" && find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

is_built() {
    [ "$(cat "$STATE/built" 2>/dev/null)" = "$1" ] || return
    local service
    for service in "${SERVICES[@]}"; do
        [ -e "$ROOT/$service/target/quarkus-app/quarkus-run.jar" ] || return
    done
    [ -d "$ROOT/local-platform/target/lib" ] && [ -d "$ROOT/system-tests/target/lib" ]
}

build() {
    local stamp
    stamp=$(sources_stamp)
    is_built "$stamp" && return
    step "building (the first time downloads about 600 MB)"
    maven -q -T2 package -Dmaven.test.skip=true -Dspotless.check.skip=true -Dquarkus.build.skip=false \
        -pl "$(IFS=,; echo "${BUILT[*]}")" -am >"$LOGS/build.log" 2>&1 ||
        { tail -30 "$LOGS/build.log" >&2; fail "the build failed; see $LOGS/build.log"; }
    printf '%s' "$stamp" >"$STATE/built"
    step "built"
}
