# shellcheck shell=bash
# What Parley consists of on one machine: how each part is started and when it is healthy. In the order of starting.

PARTS=(postgres kafka rtpengine directory-service kamailio media-adapter conference-service call-control-service)
SERVICES=(directory-service media-adapter conference-service call-control-service)
BUILT=(local-platform "${SERVICES[@]}" system-tests)

KAFKA_PORT=9092
POSTGRES_PORT=15432
NG_PORT=2223
declare -A HTTP_PORT=([call-control-service]=8081 [conference-service]=8082 [directory-service]=8083 [media-adapter]=8084)
declare -A HEAP=([call-control-service]=256m [conference-service]=192m [directory-service]=160m [media-adapter]=192m)

# Secrets are made once and kept with the data that they protect.
secret() {
    local file="$SECRETS/$1"
    if [ ! -s "$file" ]; then
        mkdir -p "$SECRETS" && chmod 700 "$SECRETS"
        (umask 077 && head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n' >"$file")
    fi
    cat "$file"
}

# Everything that the parts are told, through the environment.
settings() {
    export KAFKA_BOOTSTRAP_SERVERS="${PARLEY_EXTERNAL_KAFKA:-127.0.0.1:$KAFKA_PORT}"
    export PARLEY_DB_URL="${PARLEY_EXTERNAL_DB_URL:-jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/parley}"
    PARLEY_DB_PASSWORD_DIRECTORY=$(secret db-directory)
    PARLEY_DB_PASSWORD_CONFERENCE=$(secret db-conference)
    PARLEY_DB_PASSWORD_KAMAILIO=$(secret db-kamailio)
    PARLEY_PIN_KEY=$(secret pin-key)
    PARLEY_SIP_KEY=$(secret sip-key)
    export PARLEY_DB_PASSWORD_DIRECTORY PARLEY_DB_PASSWORD_CONFERENCE PARLEY_DB_PASSWORD_KAMAILIO PARLEY_PIN_KEY PARLEY_SIP_KEY
    export PARLEY_KAMAILIO_DB_URL="postgres://kamailio:$PARLEY_DB_PASSWORD_KAMAILIO@${PARLEY_DB_URL#jdbc:postgresql://}"
    export PARLEY_DIRECTORY_SEED="${PARLEY_DIRECTORY_SEED-demo}"
}

platform_java() { # platform_java CLASS ARGUMENT...
    local base
    base="$(java_root)/local-platform/target"
    # shellcheck disable=SC2046
    exec_java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$(cd "$ROOT/local-platform/target" &&
        printf '%s/%s:' "$base" "$(ls local-platform-*.jar)")$base/lib/*" "dev.parley.platform.$1" "${@:2}"
}

run_postgres() { platform_java PostgresProcess "$(java_root)/.parley/data/postgres" "$POSTGRES_PORT"; }
run_kafka() { platform_java KafkaProcess "$(java_root)/.parley/data/kafka" "$KAFKA_PORT"; }

run_rtpengine() { exec_edge rtpengine --config-file="$(edge_root)/rtpengine/rtpengine.conf" --config-section=parley; }

run_kamailio() { PARLEY_HOME=$(edge_root) exec_edge kamailio -DD -E -u kamailio -g kamailio -f "$(edge_root)/kamailio/kamailio.cfg"; }

quarkus() { # quarkus SERVICE
    PARLEY_MEDIA_PROMPTS_DIR="$(edge_root)/prompts"
    export PARLEY_MEDIA_PROMPTS_DIR
    exec_java "-Xmx${HEAP[$1]}" -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError \
        -jar "$(java_root)/$1/target/quarkus-app/quarkus-run.jar"
}

run_directory-service() { PARLEY_DB_USER=directory PARLEY_DB_PASSWORD=$PARLEY_DB_PASSWORD_DIRECTORY quarkus directory-service; }
run_conference-service() { PARLEY_DB_USER=conference PARLEY_DB_PASSWORD=$PARLEY_DB_PASSWORD_CONFERENCE quarkus conference-service; }
run_media-adapter() { quarkus media-adapter; }
run_call-control-service() { quarkus call-control-service; }

is_external() {
    case $1 in
        kafka) [ -n "${PARLEY_EXTERNAL_KAFKA:-}" ] ;;
        postgres) [ -n "${PARLEY_EXTERNAL_DB_URL:-}" ] ;;
        *) return 1 ;;
    esac
}

is_healthy() {
    case $1 in
        kafka) port_open $KAFKA_PORT && tail -n +"${LOG_FROM:-1}" "$LOGS/kafka.log" | grep -q 'Kafka is ready' ;;
        postgres) port_open $POSTGRES_PORT && tail -n +"${LOG_FROM:-1}" "$LOGS/postgres.log" | grep -q 'PostgreSQL is ready' ;;
        rtpengine) port_open $NG_PORT ;;
        kamailio) port_open 5060 ;;
        *) answers_ok "${HTTP_PORT[$1]}" /q/health/ready ;;
    esac
}

where() {
    case $1 in
        kafka) say "127.0.0.1:$KAFKA_PORT" ;;
        postgres) say "127.0.0.1:$POSTGRES_PORT, database parley" ;;
        rtpengine) say "ng 127.0.0.1:$NG_PORT, RTP 127.0.0.1:30000-49999" ;;
        kamailio) say "SIP 127.0.0.1:5060, UDP and TCP" ;;
        call-control-service) say "http://127.0.0.1:${HTTP_PORT[$1]}, SIP 127.0.0.1:5070" ;;
        *) say "http://127.0.0.1:${HTTP_PORT[$1]}" ;;
    esac
}
