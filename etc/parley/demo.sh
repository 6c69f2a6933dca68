# shellcheck shell=bash
# The demo world as a client needs it: .parley/demo.json. The accounts themselves are seeded by directory-service.

describe() {
    local part
    say
    for part in "${PARTS[@]}"; do printf '  %-22s %s\n' "$part" "$(where "$part")"; done
    cat <<TEXT

  Point a softphone at 127.0.0.1:5060: user 801 to 806, domain demo.parley.test, password parley-demo-801 and so on.
  Call 910: a conference. Call 901: one with a PIN, 1234. Call 802: another phone.

  ./parley demo          three phones in a conference: who hears whom
  ./parley logs -f       what happens
  ./parley down          stop it all

TEXT
}

accounts() { # accounts TENANT
    local number separator=''
    for number in 801 802 803 804 805 806; do
        printf '%s\n        {"user": "%s", "password": "parley-%s-%s"}' "$separator" "$number" "$1" "$number"
        separator=,
    done
}

open_rooms() { printf '{"number": "%s"}, ' {910..919}; }

tenant_json() { # tenant_json TENANT
    cat <<JSON
    {
      "id": "$1",
      "domain": "$1.parley.test",
      "accounts": [$(accounts "$1")
      ],
      "rooms": [
        $(open_rooms)
        {"number": "901", "pin": "1234", "moderatorPin": "4321"},
        {"number": "900", "dynamic": true, "pin": "1111", "moderatorPin": "9999"}
      ]
    }
JSON
}

# Where a client finds a part. Whoever gives each part a machine of its own defines this anew.
address_of() { printf 127.0.0.1; }

http_of() { printf 'http://%s:%s' "$(address_of "$1")" "${HTTP_PORT[$1]}"; }

write_demo_world() {
    local new="$STATE/demo.json.new"
    (umask 077 && cat >"$new") <<JSON
{
  "sip": {"host": "$(address_of kamailio)", "port": $SIP_PORT, "transports": ["udp", "tcp"]},
  "tenants": [
$(tenant_json demo),
$(tenant_json acme)
  ],
  "trunks": [
    {"name": "pstn", "host": "127.0.0.1", "port": 5090, "prefixes": ["+", "00"], "answerSupervision": true},
    {"name": "gsm", "host": "127.0.0.1", "port": 5091, "prefixes": ["07"], "answerSupervision": false}
  ],
  "numbers": [
    {"number": "+4930900910", "tenant": "demo", "destination": "910"}
  ],
  "services": {
    "call-control-service": "$(http_of call-control-service)",
    "conference-service": "$(http_of conference-service)",
    "directory-service": "$(http_of directory-service)",
    "media-adapter": "$(http_of media-adapter)"
  },
  "kafka": {"bootstrapServers": "$KAFKA_BOOTSTRAP_SERVERS"},
  "database": {"url": "$PARLEY_DB_URL", "user": "conference", "password": "$(db_password conference)"},
  "rtpengine": {"host": "$(address_of rtpengine)", "port": $NG_PORT},
  "keys": {},
  "apiKeys": {"demo": "$(api_key demo)", "acme": "$(api_key acme)", "operator": "$(api_key oper)"},
  "urls": {
    "directory": "$(http_of directory-service)/v1",
    "conferences": "$(http_of conference-service)/v1"
  }
}
JSON
    mv "$new" "$STATE/demo.json"
}
