{{/* Kafka and PostgreSQL: those that exist, or those of the operators. */}}

{{- define "parley.kafka.cluster" -}}
{{- default (printf "%s-kafka" (include "parley.fullname" .)) .Values.kafka.strimzi.clusterName -}}
{{- end -}}

{{- define "parley.kafka.bootstrap" -}}
{{- if .Values.kafka.strimzi.enabled -}}
{{ include "parley.kafka.cluster" . }}-kafka-bootstrap.{{ .Release.Namespace }}.svc.{{ .Values.clusterDomain }}:9093
{{- else -}}
{{ .Values.kafka.bootstrapServers }}
{{- end -}}
{{- end -}}

{{/* The brokers' ports, as a JSON list of TCP/port. */}}
{{- define "parley.kafka.ports" -}}
{{- $ports := list -}}
{{- range splitList "," (include "parley.kafka.bootstrap" .) -}}
{{- $ports = append $ports (printf "TCP/%s" (last (splitList ":" (trim .)))) -}}
{{- end -}}
{{- uniq $ports | toJson -}}
{{- end -}}

{{- define "parley.peers.kafka" -}}
{{- if .Values.kafka.strimzi.enabled -}}
- podSelector:
    matchLabels:
      strimzi.io/cluster: {{ include "parley.kafka.cluster" . }}
{{- else -}}
{{ include "parley.peers" .Values.networkPolicy.kafka }}
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "component" "…" "user" its key in kafka.sasl.existingSecrets) */}}
{{- define "parley.kafkaEnv" -}}
{{- $kafka := .root.Values.kafka -}}
{{- $strimzi := $kafka.strimzi.enabled -}}
{{- $tls := or $strimzi $kafka.tls.enabled -}}
{{- $sasl := or $strimzi $kafka.sasl.enabled -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ include "parley.kafka.bootstrap" .root | quote }}
- name: PARLEY_TOPICS_CREATE
  value: {{ and $kafka.createTopics (not $strimzi) | quote }}
{{- if or $tls $sasl }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ $sasl | ternary "SASL_" "" }}{{ $tls | ternary "SSL" "PLAINTEXT" }}
{{- end }}
{{- if $strimzi }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
{{ include "parley.secretEnv" (dict "name" "KAFKA_SSL_TRUSTSTORE_CERTIFICATES" "secret" (dict "existingSecret" (printf "%s-cluster-ca-cert" (include "parley.kafka.cluster" .root)) "key" "ca.crt")) }}
{{- else if and $tls $kafka.tls.existingSecret }}
- name: KAFKA_SSL_TRUSTSTORE_TYPE
  value: PEM
{{ include "parley.secretEnv" (dict "name" "KAFKA_SSL_TRUSTSTORE_CERTIFICATES" "secret" $kafka.tls) }}
{{- end }}
{{- if $sasl }}
- name: KAFKA_SASL_MECHANISM
  value: {{ $strimzi | ternary "SCRAM-SHA-512" $kafka.sasl.mechanism }}
{{- $secret := $strimzi | ternary (printf "%s-%s" (include "parley.fullname" .root) .component) (index $kafka.sasl.existingSecrets .user) }}
{{ include "parley.secretEnv" (dict "name" "KAFKA_SASL_JAAS_CONFIG" "secret" (dict "existingSecret" (required (printf "kafka.sasl.existingSecrets.%s is needed with kafka.sasl.enabled" .user) $secret) "key" ($strimzi | ternary "sasl.jaas.config" $kafka.sasl.key))) }}
{{- end }}
{{- end -}}

{{- define "parley.postgres.cluster" -}}
{{- default (printf "%s-db" (include "parley.fullname" .)) .Values.postgres.cloudNativePg.clusterName -}}
{{- end -}}

{{- define "parley.postgres.host" -}}
{{- if .Values.postgres.cloudNativePg.enabled -}}
{{ include "parley.postgres.cluster" . }}-rw.{{ .Release.Namespace }}.svc.{{ .Values.clusterDomain }}
{{- else -}}
{{ .Values.postgres.host }}
{{- end -}}
{{- end -}}

{{- define "parley.postgres.port" -}}
{{- .Values.postgres.cloudNativePg.enabled | ternary 5432 .Values.postgres.port -}}
{{- end -}}

{{- define "parley.peers.postgres" -}}
{{- if .Values.postgres.cloudNativePg.enabled -}}
- podSelector:
    matchLabels:
      cnpg.io/cluster: {{ include "parley.postgres.cluster" . }}
{{- else -}}
{{ include "parley.peers" .Values.networkPolicy.postgres }}
{{- end -}}
{{- end -}}

{{/* The Secret with the certificate of the authority that has signed the database's; empty where nobody looks at it. */}}
{{- define "parley.postgres.ca" -}}
{{- if hasPrefix "verify-" .Values.postgres.sslMode -}}
{{- if .Values.postgres.ca.existingSecret -}}
{{ .Values.postgres.ca.existingSecret }}
{{- else if .Values.postgres.cloudNativePg.enabled -}}
{{ include "parley.postgres.cluster" . }}-ca
{{- else -}}
{{ fail (printf "postgres.ca.existingSecret is needed with postgres.sslMode %s" .Values.postgres.sslMode) }}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "parley.postgres.volume" -}}
{{- with include "parley.postgres.ca" . -}}
- name: postgres-ca
  secret:
    secretName: {{ . }}
    items:
      - {key: {{ $.Values.postgres.ca.key }}, path: ca.crt}
{{- end -}}
{{- end -}}

{{- define "parley.postgres.mount" -}}
{{- if include "parley.postgres.ca" . -}}
- {name: postgres-ca, mountPath: /etc/parley/postgres, readOnly: true}
{{- end -}}
{{- end -}}
