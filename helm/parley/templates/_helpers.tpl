{{/* Names and labels. A component is one of call-control, conference, directory, media-adapter, kamailio, rtpengine. */}}

{{- define "parley.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 40 | trimSuffix "-" -}}
{{- end -}}

{{- define "parley.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 40 | trimSuffix "-" -}}
{{- else if contains (include "parley.name" .) .Release.Name -}}
{{- .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name (include "parley.name" .) | trunc 40 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}

{{/* (dict "root" $ "component" "…"): the selector of a component's pods. */}}
{{- define "parley.selector" -}}
app.kubernetes.io/name: {{ include "parley.name" .root }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{- define "parley.labels" -}}
{{ include "parley.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: parley
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .root.Chart.Name .root.Chart.Version }}
{{- with .root.Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/* (dict "root" $ "component" "…" "name" "…"): the metadata of an object; name is without the release's part. */}}
{{- define "parley.metadata" -}}
name: {{ include "parley.fullname" .root }}-{{ .name | default .component }}
namespace: {{ .root.Release.Namespace }}
labels:
  {{- include "parley.labels" . | nindent 2 }}
{{- with merge (dict) (.annotations | default dict) .root.Values.commonAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "parley.serviceAccountName" -}}
{{- default (include "parley.fullname" .) .Values.serviceAccount.name -}}
{{- end -}}

{{/* (dict "root" $ "name" "…"): an image. */}}
{{- define "parley.image" -}}
{{- with .root.Values.image -}}
{{- if .registry -}}{{ .registry }}/{{- end -}}
{{- end -}}
parley/{{ .name }}:{{ default .root.Chart.AppVersion .root.Values.image.tag }}
{{- end -}}

{{/* (dict "root" $ "service" "…"): a service's full name in the cluster's DNS. */}}
{{- define "parley.host" -}}
{{ include "parley.fullname" .root }}-{{ .service }}.{{ .root.Release.Namespace }}.svc.{{ .root.Values.clusterDomain }}
{{- end -}}

{{/* The ports of the parts, the same as on one machine. */}}
{{- define "parley.port" -}}
{{- index (dict "call-control" 8081 "conference" 8082 "directory" 8083 "media-adapter" 8084 "sip" 5070 "dtmf" 2244 "sip-inside" 5062 "kamailio" 8085) . -}}
{{- end -}}

{{/* What every pod begins with: (dict "root" $ "component" "…" "values" its values). */}}
{{- define "parley.podMetadata" -}}
labels:
  {{- include "parley.labels" . | nindent 2 }}
{{- with merge (dict) (.annotations | default dict) .root.Values.podAnnotations }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "parley.pod" -}}
serviceAccountName: {{ include "parley.serviceAccountName" .root }}
automountServiceAccountToken: false
# A Service named parley-sip would make a variable PARLEY_SIP_PORT in every container.
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .root.Values.security.runAsUser }}
  runAsGroup: {{ .root.Values.security.runAsGroup }}
  fsGroup: {{ .root.Values.security.runAsGroup }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
terminationGracePeriodSeconds: {{ .values.drain.terminationGracePeriodSeconds }}
{{- with .values.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "parley.spread" -}}
topologySpreadConstraints:
  {{- $selector := include "parley.selector" . }}
  {{- range $key, $when := dict "kubernetes.io/hostname" .root.Values.spread.nodes "topology.kubernetes.io/zone" .root.Values.spread.zones }}
  - maxSkew: 1
    topologyKey: {{ $key }}
    whenUnsatisfiable: {{ $when }}
    labelSelector:
      matchLabels:
        {{- $selector | nindent 8 }}
  {{- end }}
{{- end -}}

{{- define "parley.containerSecurity" -}}
securityContext:
  allowPrivilegeEscalation: false
  privileged: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
{{- end -}}

{{/* Until connections to a pod that ends are gone; a hook for whoever drains it. */}}
{{- define "parley.lifecycle" -}}
{{- if gt (int .drain.sleepSeconds) 0 }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ .drain.sleepSeconds }}
{{- end }}
{{- end -}}

{{/* Probes of a service: the paths of Quarkus. A new process has three minutes to start. */}}
{{- define "parley.probes" -}}
startupProbe:
  httpGet: {path: /q/health/started, port: http}
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 90
readinessProbe:
  httpGet: {path: /q/health/ready, port: http}
  periodSeconds: 5
  timeoutSeconds: 3
  failureThreshold: 2
livenessProbe:
  httpGet: {path: /q/health/live, port: http}
  periodSeconds: 10
  timeoutSeconds: 5
  failureThreshold: 6
{{- end -}}

{{/* (dict "secret" values.secrets.x "name" "ENV"): an environment variable from a Secret. */}}
{{- define "parley.secretEnv" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret.existingSecret }}
      key: {{ .secret.key }}
{{- end -}}

{{- define "parley.fieldEnv" -}}
- name: {{ .name }}
  valueFrom:
    fieldRef:
      fieldPath: {{ .path }}
{{- end -}}

{{/* What every service has: HTTP, JVM, Kafka, traces. (dict "root" $ "component" "…" "values" its values "user" its key in kafka.sasl.existingSecrets) */}}
{{- define "parley.serviceEnv" -}}
{{- with .values.javaOptions }}
- name: JDK_JAVA_OPTIONS
  value: {{ . | quote }}
{{- end }}
{{- range $name, $amount := .values.capacity }}
- name: PARLEY_CAPACITY_{{ $name | snakecase | upper }}
  value: {{ $amount | quote }}
{{- end }}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: QUARKUS_HTTP_PORT
  value: {{ include "parley.port" .component | quote }}
{{ include "parley.kafkaEnv" . }}
{{- with .root.Values.tracing }}
{{- if .enabled }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .endpoint | quote }}
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: {{ .protocol }}
- name: OTEL_TRACES_SAMPLER_ARG
  value: {{ .ratio | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "parley.databaseEnv" -}}
{{- $user := index .root.Values.postgres.users .user -}}
- name: PARLEY_DB_URL
  value: jdbc:postgresql://{{ include "parley.postgres.host" .root }}:{{ include "parley.postgres.port" .root }}/{{ .root.Values.postgres.database }}?sslmode={{ .root.Values.postgres.sslMode }}{{ if include "parley.postgres.ca" .root }}&sslrootcert=/etc/parley/postgres/ca.crt{{ end }}
{{ include "parley.secretEnv" (dict "name" "PARLEY_DB_USER" "secret" (dict "existingSecret" $user.existingSecret "key" $user.usernameKey)) }}
{{ include "parley.secretEnv" (dict "name" "PARLEY_DB_PASSWORD" "secret" (dict "existingSecret" $user.existingSecret "key" $user.passwordKey)) }}
{{- end -}}

{{- define "parley.oidcEnv" -}}
{{- with .root.Values.oidc }}
{{- if .enabled }}
- name: QUARKUS_OIDC_AUTH_SERVER_URL
  value: {{ .authServerUrl | quote }}
- name: QUARKUS_OIDC_CLIENT_ID
  value: {{ .clientId | quote }}
- name: PARLEY_ACCESS_TENANT_CLAIM
  value: {{ .tenantClaim | quote }}
{{- with .roleClaimPath }}
- name: QUARKUS_OIDC_ROLES_ROLE_CLAIM_PATH
  value: {{ . | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- if .root.Values.ingress.enabled }}
# Behind the ingress a client's address is in a header; without this all share one, and one flood of wrong keys.
- name: QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING
  value: "true"
{{- end }}
{{- end -}}

{{/* Who migrates: a Job, and the service only looks; or the service itself. */}}
{{- define "parley.migrationEnv" -}}
- name: QUARKUS_FLYWAY_MIGRATE_AT_START
  value: {{ not .Values.migrations.job | quote }}
{{- if .Values.migrations.job }}
- name: QUARKUS_FLYWAY_VALIDATE_AT_START
  value: "true"
{{- end }}
# A pod of the version before may start again after the migration, and so may one after a rollback.
- name: QUARKUS_FLYWAY_IGNORE_MIGRATION_PATTERNS
  value: "*:future"
{{- end -}}

{{/* A scratch folder: the root file system is read-only. */}}
{{- define "parley.scratch" -}}
- name: tmp
  emptyDir:
    sizeLimit: 256Mi
{{- end -}}

{{/* (dict "values" values.x.persistence "name" "recordings" "root" $): a volume that outlives the pod, or not. */}}
{{- define "parley.volume" -}}
- name: {{ .name }}
  {{- if .values.enabled }}
  persistentVolumeClaim:
    claimName: {{ default (printf "%s-%s" (include "parley.fullname" .root) .name) .values.existingClaim }}
  {{- else }}
  emptyDir: {}
  {{- end }}
{{- end -}}
