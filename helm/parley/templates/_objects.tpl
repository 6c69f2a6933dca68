{{/* Objects that several components have: budgets, autoscaling, network policies. */}}

{{/* (dict "root" $ "component" "…" "values" its values) */}}
{{- define "parley.podDisruptionBudget" -}}
{{- if .values.podDisruptionBudget.enabled }}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  maxUnavailable: {{ .values.podDisruptionBudget.maxUnavailable }}
  selector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
{{- end }}
{{- end -}}

{{/* How fast replicas come and go, the same for the autoscaler and KEDA. */}}
{{- define "parley.scalingBehavior" -}}
scaleUp:
  stabilizationWindowSeconds: {{ .scaleUp.stabilizationSeconds }}
  selectPolicy: Max
  policies:
    - type: Pods
      value: {{ .scaleUp.pods }}
      periodSeconds: {{ .scaleUp.periodSeconds }}
scaleDown:
  stabilizationWindowSeconds: {{ .scaleDown.stabilizationSeconds }}
  {{- if gt (int .scaleDown.pods) 0 }}
  selectPolicy: Min
  policies:
    - type: Pods
      value: {{ .scaleDown.pods }}
      periodSeconds: {{ .scaleDown.periodSeconds }}
  {{- else }}
  # What is not empty must not go, and nothing empties it yet.
  selectPolicy: Disabled
  {{- end }}
{{- end -}}

{{/* (dict "root" $ "component" "…" "values" its values "kind" "Deployment") */}}
{{- define "parley.autoscaling" -}}
{{- $scaling := .values.autoscaling -}}
{{- $target := printf "%s-%s" (include "parley.fullname" .root) .component -}}
{{- if and $scaling.enabled (gt (int $scaling.minReplicas) (int $scaling.maxReplicas)) }}
{{- fail (printf "%s.autoscaling: minReplicas %v is more than maxReplicas %v" .key $scaling.minReplicas $scaling.maxReplicas) }}
{{- end }}
{{- if and $scaling.enabled (eq $scaling.by "hpa") }}
---
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: {{ .kind }}
    name: {{ $target }}
  minReplicas: {{ $scaling.minReplicas }}
  maxReplicas: {{ $scaling.maxReplicas }}
  metrics:
    # Load by measured capacity (docs/operations/autoscaling.md).
    - type: Pods
      pods:
        metric:
          name: parley_load_ratio
        target:
          type: AverageValue
          averageValue: {{ $scaling.targetLoadRatio | quote }}
  behavior:
    {{- include "parley.scalingBehavior" $scaling | nindent 4 }}
{{- else if $scaling.enabled }}
---
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: {{ .kind }}
    name: {{ $target }}
  minReplicaCount: {{ $scaling.minReplicas }}
  maxReplicaCount: {{ $scaling.maxReplicas }}
  pollingInterval: 15
  triggers:
    - type: prometheus
      metricType: AverageValue
      metadata:
        serverAddress: {{ .root.Values.keda.prometheusAddress }}
        # The sum over the pods: KEDA divides by their number.
        query: sum(parley_load_ratio{namespace="{{ .root.Release.Namespace }}",pod=~"{{ $target }}-.*"})
        threshold: {{ $scaling.targetLoadRatio | quote }}
  advanced:
    horizontalPodAutoscalerConfig:
      behavior:
        {{- include "parley.scalingBehavior" $scaling | nindent 8 }}
{{- end }}
{{- end -}}

{{/* Which replicas field a workload has: none where something else counts them. */}}
{{- define "parley.replicas" -}}
{{- if not (and .autoscaling .autoscaling.enabled) }}
replicas: {{ .replicas }}
{{- end }}
{{- end -}}

{{/* Network policies: a component's own begin with this, and name what may come in and go out. */}}
{{- define "parley.policyHead" -}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "parley.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
  policyTypes: [Ingress, Egress]
{{- end -}}

{{/* (dict "root" $ "component" "…"): a peer within Parley. */}}
{{- define "parley.peer" -}}
- podSelector:
    matchLabels:
      {{- include "parley.selector" . | nindent 6 }}
{{- end -}}

{{/* A list of subnets as peers. */}}
{{- define "parley.subnets" -}}
{{- range . }}
- ipBlock:
    cidr: {{ . }}
{{- end }}
{{- end -}}

{{/* (dict "key" "from"|"to" "peers" list "ports" (list "TCP/8080" …)): a rule; no peers: anybody. */}}
{{- define "parley.rule" -}}
- ports:
    {{- range .ports }}
    {{- $part := splitList "/" . }}
    - protocol: {{ index $part 0 }}
      port: {{ index $part 1 }}
      {{- if gt (len $part) 2 }}
      endPort: {{ index $part 2 }}
      {{- end }}
    {{- end }}
  {{- with .peers }}
  {{ $.key }}:
    {{- . | nindent 4 }}
  {{- end }}
{{- end -}}

{{/* What every service may: ask DNS, speak with Kafka, send traces. */}}
{{- define "parley.egressOfServices" -}}
{{ include "parley.egressDns" . }}
{{ include "parley.rule" (dict "key" "to" "peers" (include "parley.peers.kafka" .root) "ports" (include "parley.kafka.ports" .root | fromJsonArray)) }}
{{- with .root.Values.tracing }}
{{- if .enabled }}
{{ include "parley.rule" (dict "key" "to" "peers" (include "parley.peers" $.root.Values.networkPolicy.tracing) "ports" (list (printf "TCP/%v" .port))) }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "parley.egressDns" -}}
{{ include "parley.rule" (dict "key" "to" "peers" (include "parley.peers" .root.Values.networkPolicy.dns) "ports" (list "UDP/53" "TCP/53")) }}
{{- end -}}

{{- define "parley.egressPostgres" -}}
{{ include "parley.rule" (dict "key" "to" "peers" (include "parley.peers.postgres" .root) "ports" (list (printf "TCP/%s" (include "parley.postgres.port" .root)))) }}
{{- end -}}

{{- define "parley.egressOidc" -}}
{{- if .root.Values.oidc.enabled }}
{{ include "parley.rule" (dict "key" "to" "peers" (include "parley.peers" .root.Values.networkPolicy.oidc) "ports" (list (printf "TCP/%v" .root.Values.networkPolicy.oidcPort))) }}
{{- end }}
{{- end -}}

{{- define "parley.ingressMonitoring" -}}
{{ include "parley.rule" (dict "key" "from" "peers" (include "parley.peers" .root.Values.networkPolicy.monitoring) "ports" (list (printf "TCP/%s" (include "parley.port" .component)))) }}
{{- end -}}

{{- define "parley.peers" -}}
{{- if . }}{{ toYaml . }}{{ end -}}
{{- end -}}
