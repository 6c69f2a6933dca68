# shellcheck shell=bash
# JDK 25 and Maven, and the build: only when sources have changed.

JDK=25
OWN_JDK="$CACHE/jdk-$JDK"

is_jdk() { [ -x "$1/bin/javac" ] && grep -qsE "^JAVA_VERSION=\"$JDK(\.|\")" "$1/release"; }

find_jdk() {
    local candidate from_path
    from_path=$(command -v javac || true)
    for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* "${from_path:+$(dirname "$(dirname "$(readlink -f "$from_path")")")}" "$OWN_JDK"; do
        if [ -n "$candidate" ] && is_jdk "$candidate"; then
            printf '%s' "$candidate"
            return
        fi
    done
    return 1
}

# Sets JAVA_HOME, and finds or installs Maven.
prepare_java() {
    if ! JAVA_HOME=$(find_jdk); then
        make_jdk
        JAVA_HOME=$OWN_JDK
    fi
    export JAVA_HOME
    command -v mvn >/dev/null || need_packages maven
}

# The JDK of the Debian root, made to run on this host: with the C library it was built for, which this host's may predate.
make_jdk() {
    prepare_root
    need_packages patchelf
    local building="$OWN_JDK.building.$$"
    step "found no JDK $JDK: taking the one of Debian $SUITE (once)"
    mkdir -p "$building"
    {
        in_root "$FORKY" apt-get update &&
            in_root "$FORKY" apt-get install "${APT_INTO_ROOT[@]}" "openjdk-$JDK-jdk-headless" &&
            in_root "$FORKY" tar -C "/usr/lib/jvm/java-$JDK-openjdk-amd64" -ch \
                --exclude=./docs --exclude=./man --exclude=./jmods --exclude='*src.zip' . | tar -C "$building" -x &&
            bind_to_library "$building"
    } >"$LOGS/jdk.log" 2>&1 || {
        rm -rf "$building"
        fail "could not make a JDK; see $LOGS/jdk.log"
    }
    rm -rf "$OWN_JDK" && mv "$building" "$OWN_JDK"
}

bind_to_library() {
    local jdk=$1 library="$FORKY/usr/lib/x86_64-linux-gnu" file
    for file in "$jdk"/bin/* "$jdk"/lib/jspawnhelper "$jdk"/lib/jexec; do
        patchelf --set-interpreter "$library/ld-linux-x86-64.so.2" --force-rpath \
            --set-rpath "\$ORIGIN/../lib:$library" "$file" || return
    done
    find "$jdk/lib" -name '*.so' -exec patchelf --force-rpath --set-rpath "\$ORIGIN:\$ORIGIN/..:$library" {} +
}

# Without what leads to the running system: tests bring their own Kafka and PostgreSQL.
maven() { (cd "$ROOT" && unset KAFKA_BOOTSTRAP_SERVERS PARLEY_DB_URL && exec mvn "$@"); }

# What the build reads, in one number.
sources_stamp() {
    (cd "$ROOT" && find pom.xml .mvn ./*/pom.xml ./*/src/main -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

is_built() {
    [ "$(cat "$STATE/built" 2>/dev/null)" = "$(sources_stamp)" ] || return
    local service
    for service in "${SERVICES[@]}"; do
        [ -e "$ROOT/$service/target/quarkus-app/quarkus-run.jar" ] || return
    done
    [ -d "$ROOT/local-platform/target/lib" ] && [ -d "$ROOT/system-tests/target/lib" ]
}

remember_built() { sources_stamp >"$STATE/built"; }

# What runs from the files that a build replaces.
stop_what_runs_from_the_build() {
    local part stopped=()
    for part in "${SERVICES[@]}" kafka postgres; do
        is_running "$part" || continue
        stop "$part"
        stopped+=("$part")
    done
    [ ${#stopped[@]} -eq 0 ] || step "the sources have changed: stopped ${stopped[*]}, to start them anew"
}

build() {
    is_built && return
    stop_what_runs_from_the_build
    step "building (the first time downloads about 600 MB)"
    maven -B -T2 package -Dmaven.test.skip=true -Dspotless.check.skip=true \
        -pl "$(IFS=,; echo "${BUILT[*]}")" -am >"$LOGS/build.log" 2>&1 || {
        grep -E '^\[(WARNING|ERROR)\]' "$LOGS/build.log" | head -30 >&2
        fail "the build failed; see $LOGS/build.log"
    }
    remember_built
    step "built"
}
