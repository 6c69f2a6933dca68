# shellcheck shell=bash
# What Parley consists of on one machine: how each part is started and when it is healthy. In the order of starting.

PARTS=(postgres kafka rtpengine directory-service media-adapter conference-service call-control-service kamailio)
SERVICES=(directory-service media-adapter conference-service call-control-service)
BUILT=(local-platform "${SERVICES[@]}" system-tests)

KAFKA_PORT=9092
POSTGRES_PORT=15432
NG_PORT=2223
DTMF_PORT=2244
SIP_PORT=5060
CALL_CONTROL_PORT=5070
# Of the Asterisk that ./parley bench media measures beside Parley.
ASTERISK_PORT=5066
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

# A key to the API of the demo world, of demo, acme or oper (the operator).
api_key() { printf 'pk_demo%s_%s' "$1" "$(secret "api-key-$1")"; }

# What every part may know. The secrets are told one by one, to those who need them.
settings() {
    KAFKA_BOOTSTRAP_SERVERS="${PARLEY_EXTERNAL_KAFKA:-127.0.0.1:$KAFKA_PORT}"
    PARLEY_DB_URL="${PARLEY_EXTERNAL_DB_URL:-jdbc:postgresql://127.0.0.1:$POSTGRES_PORT/parley}"
}

# The password of an owner in the database: the operator's, if it is the operator's database.
db_password() {
    local given=PARLEY_DB_PASSWORD_${1^^}
    if [ -n "${!given:-}" ]; then printf '%s' "${!given}"; else secret "db-$1"; fi
}

platform_java() { # platform_java CLASS ARGUMENT...
    local target="$ROOT/local-platform/target" jar
    jar=$(find "$target" -maxdepth 1 -name 'local-platform-*.jar' | head -1)
    exec "$JAVA_HOME/bin/java" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$jar:$target/lib/*" \
        "dev.parley.platform.$1" "${@:2}"
}

run_postgres() {
    tell_secrets postgres
    platform_java PostgresProcess "$DATA/postgres" "$POSTGRES_PORT"
}

run_kafka() { platform_java KafkaProcess "$DATA/kafka" "$KAFKA_PORT"; }

run_rtpengine() {
    export PARLEY_RTPENGINE_CONFIG=${PARLEY_RTPENGINE_CONFIG:-$(edge_root)/rtpengine/rtpengine.conf}
    exec_edge "$(edge_root)/images/run/media-server"
}

run_kamailio() {
    # On one machine there is nowhere else for a tenant's trunk to be.
    export PARLEY_TRUNKS_ALLOW_INTERNAL=true
    exec_kamailio
}

# Another edge, for tests that are its call-control: on $LONE_EDGE_PORT, with the list that they have written, as strict as it is
# delivered, trusting one address alone, and with WebSockets (without TLS) on the port after.
LONE_EDGE_PORT=5160
run_lone-edge() {
    local websocket=$((LONE_EDGE_PORT + 1))
    export PARLEY_SIP_PORT=$LONE_EDGE_PORT PARLEY_WS_ORIGINS=https://phone.example.com PARLEY_TRUSTED_SOURCES=127.0.0.1/32
    export PARLEY_DISPATCHER_LIST
    PARLEY_DISPATCHER_LIST=$(edge_root)/.parley/lone-edge.list
    exec_kamailio -Y /tmp -A WITH_HTTP -A WITH_WEBSOCKET -A PARLEY_WSS_PORT=$websocket -l tcp:127.0.0.1:$websocket
}

exec_kamailio() { # exec_kamailio [OPTION...]
    local user=()
    [ "$(id -u)" != 0 ] || user=(-u kamailio -g kamailio)
    tell_secrets kamailio
    export PARLEY_DISPATCHER_LIST=${PARLEY_DISPATCHER_LIST:-$(edge_root)/kamailio/dispatcher.list}
    exec_edge kamailio -DD -E "${user[@]}" "$@" -f "$(edge_root)/kamailio/kamailio.cfg"
}

quarkus() { # quarkus SERVICE
    export QUARKUS_HTTP_HOST=127.0.0.1 QUARKUS_HTTP_PORT=${HTTP_PORT[$1]}
    # The quick compiler alone: on few cores, the thorough one takes more from the first thousand calls than it gives.
    exec "$JAVA_HOME/bin/java" "-Xmx${HEAP[$1]}" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError \
        -jar "$ROOT/$1/target/quarkus-app/quarkus-run.jar"
}

# What a part has to know and nobody else, put into its environment: tell_secrets PART
tell_secrets() {
    case $1 in
        postgres)
            PARLEY_DB_PASSWORD_DIRECTORY=$(db_password directory)
            PARLEY_DB_PASSWORD_CONFERENCE=$(db_password conference)
            PARLEY_DB_PASSWORD_KAMAILIO=$(db_password kamailio)
            export PARLEY_DB_PASSWORD_DIRECTORY PARLEY_DB_PASSWORD_CONFERENCE PARLEY_DB_PASSWORD_KAMAILIO
            ;;
        kamailio)
            with_sip_key
            PARLEY_KAMAILIO_DB_URL="postgres://kamailio:$(db_password kamailio)@${PARLEY_DB_URL#jdbc:postgresql://}"
            export PARLEY_KAMAILIO_DB_URL
            ;;
        directory-service)
            with_database directory
            PARLEY_DEMO_KEY_DEMO=$(api_key demo)
            PARLEY_DEMO_KEY_ACME=$(api_key acme)
            PARLEY_DEMO_KEY_OPERATOR=$(api_key oper)
            export PARLEY_DEMO_KEY_DEMO PARLEY_DEMO_KEY_ACME PARLEY_DEMO_KEY_OPERATOR
            ;;
        conference-service)
            with_database conference
            with_digit_key
            ;;
        media-adapter) with_digit_key ;;
        call-control-service)
            with_digit_key
            with_sip_key
            ;;
    esac
}

with_database() { # with_database OWNER
    PARLEY_DB_USER=$1
    PARLEY_DB_PASSWORD=$(db_password "$1")
    PARLEY_PIN_KEY=$(secret pin-key)
    export PARLEY_DB_USER PARLEY_DB_PASSWORD PARLEY_PIN_KEY
}

with_digit_key() {
    PARLEY_DIGIT_KEY=$(secret digit-key)
    export PARLEY_DIGIT_KEY
}

with_sip_key() {
    PARLEY_SIP_KEY=$(secret sip-key)
    export PARLEY_SIP_KEY
}

run_directory-service() {
    tell_secrets directory-service
    export PARLEY_DIRECTORY_SEED="${PARLEY_DIRECTORY_SEED-demo}"
    # On one machine customers have no addresses of their own to call from.
    export PARLEY_TRUNKS_ALLOW_INTERNAL_SOURCES=true
    quarkus directory-service
}

run_conference-service() {
    tell_secrets conference-service
    PARLEY_MEDIA_RECORDING_DIR=$STATE/recordings
    # On one machine webhooks have nowhere else to be.
    export PARLEY_MEDIA_RECORDING_DIR PARLEY_WEBHOOKS_ALLOW_HTTP=true PARLEY_WEBHOOKS_ALLOW_INTERNAL=true
    quarkus conference-service
}

run_media-adapter() {
    tell_secrets media-adapter
    PARLEY_MEDIA_PROMPTS_DIR=${PARLEY_MEDIA_PROMPTS_DIR:-$(edge_root)/prompts}
    PARLEY_MEDIA_OWN_PROMPTS_DIR=$STATE/prompts
    PARLEY_MEDIA_OWN_PROMPTS_SEEN_AS=$(edge_root)/.parley/prompts
    PARLEY_MEDIA_RECORDING_DIR=$STATE/recordings
    export PARLEY_MEDIA_RECORDING_DIR PARLEY_MEDIA_PROMPTS_DIR PARLEY_MEDIA_OWN_PROMPTS_DIR PARLEY_MEDIA_OWN_PROMPTS_SEEN_AS
    quarkus media-adapter
}

run_call-control-service() {
    tell_secrets call-control-service
    quarkus call-control-service
}

is_external() {
    case $1 in
        kafka) [ -n "${PARLEY_EXTERNAL_KAFKA:-}" ] ;;
        postgres) [ -n "${PARLEY_EXTERNAL_DB_URL:-}" ] ;;
        *) return 1 ;;
    esac
}

is_healthy() {
    case $1 in
        kafka) port_open $KAFKA_PORT && grep -q 'Kafka is ready' "$LOGS/kafka.log" ;;
        postgres) port_open $POSTGRES_PORT && grep -q 'PostgreSQL is ready' "$LOGS/postgres.log" ;;
        rtpengine) port_open $NG_PORT ;;
        # It takes calls once it has found a call-control alive; it looks every two seconds.
        kamailio) answers_sip $SIP_PORT 200 ;;
        asterisk) answers_sip $ASTERISK_PORT ;;
        *) answers_ok "${HTTP_PORT[$1]}" /q/health/ready ;;
    esac
}

# The ports a part listens on, as PROTOCOL:PORT.
ports_of() {
    case $1 in
        kafka) say "tcp:$KAFKA_PORT tcp:$((KAFKA_PORT + 1))" ;;
        postgres) say "tcp:$POSTGRES_PORT" ;;
        rtpengine) say "tcp:$NG_PORT udp:$NG_PORT" ;;
        kamailio) say "tcp:$SIP_PORT udp:$SIP_PORT" ;;
        asterisk) say "tcp:$ASTERISK_PORT udp:$ASTERISK_PORT" ;;
        call-control-service) say "tcp:${HTTP_PORT[$1]} tcp:$CALL_CONTROL_PORT udp:$CALL_CONTROL_PORT" ;;
        media-adapter) say "tcp:${HTTP_PORT[$1]} udp:$DTMF_PORT" ;;
        *) say "tcp:${HTTP_PORT[$1]}" ;;
    esac
}

where() {
    case $1 in
        kafka) say "$KAFKA_BOOTSTRAP_SERVERS" ;;
        postgres) say "${PARLEY_DB_URL#jdbc:}" ;;
        rtpengine) say "ng 127.0.0.1:$NG_PORT, RTP 127.0.0.1:30000-49999" ;;
        kamailio) say "SIP 127.0.0.1:$SIP_PORT, UDP and TCP" ;;
        call-control-service) say "http://127.0.0.1:${HTTP_PORT[$1]}, SIP 127.0.0.1:$CALL_CONTROL_PORT" ;;
        *) say "http://127.0.0.1:${HTTP_PORT[$1]}" ;;
    esac
}
