# shellcheck shell=bash
# Whether a part answers. Sourced by ./parley, and by the images' healthy.

PROBED=${PROBED:-127.0.0.1}

port_open() { (exec 3<>"/dev/tcp/$PROBED/$1") 2>/dev/null; }

# Whether GET of this path answers 200: answers_ok PORT PATH
answers_ok() {
    local status
    exec 3<>"/dev/tcp/$PROBED/$1" || return
    printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$2" >&3
    read -r -t 5 status <&3 || true
    exec 3<&- 3>&-
    [[ $status == *" 200"* ]]
}

# Whether OPTIONS is answered on this port, with this status, or any: answers_sip PORT [STATUS]
answers_sip() {
    local status
    exec 3<>"/dev/tcp/$PROBED/$1" || return
    printf '%s\r\n' "OPTIONS sip:$PROBED:$1 SIP/2.0" "Via: SIP/2.0/TCP 127.0.0.1:9;branch=z9hG4bK$RANDOM$RANDOM" \
        "Max-Forwards: 70" "From: <sip:health@127.0.0.1>;tag=$RANDOM" "To: <sip:$PROBED>" \
        "Call-ID: $RANDOM$RANDOM@127.0.0.1" "CSeq: 1 OPTIONS" "Content-Length: 0" "" >&3
    read -r -t 2 status <&3 || true
    exec 3<&- 3>&-
    [[ $status == "SIP/2.0 ${2:-}"* ]]
}
