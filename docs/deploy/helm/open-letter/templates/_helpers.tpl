{{- define "open-letter.labels" -}}
app.kubernetes.io/name: open-letter
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "open-letter.env" -}}
- { name: SITE_URL, value: {{ .Values.siteUrl | quote }} }
- { name: TRUSTED_PROXY_HOPS, value: {{ .Values.trustedProxyHops | quote }} }
- { name: TRUSTED_PROXIES, value: {{ .Values.trustedProxies | quote }} }
- { name: MAIL_FROM, value: {{ .Values.mailFrom | quote }} }
- { name: LOG_FORMAT, value: json }
- name: DATABASE_URL
  valueFrom:
    secretKeyRef:
{{- if .Values.database.enabled }}
      name: {{ .Release.Name }}-database-app
      key: uri
{{- else }}
      name: {{ .Values.secretName }}
      key: database-url
{{- end }}
- name: APP_SECRET
  valueFrom: { secretKeyRef: { name: {{ .Values.secretName }}, key: app-secret } }
- name: RESEND_API_KEY
  valueFrom: { secretKeyRef: { name: {{ .Values.secretName }}, key: resend-api-key, optional: true } }
- name: RESEND_WEBHOOK_SECRET
  valueFrom: { secretKeyRef: { name: {{ .Values.secretName }}, key: resend-webhook-secret, optional: true } }
- name: SMTP_URL
  valueFrom: { secretKeyRef: { name: {{ .Values.secretName }}, key: smtp-url, optional: true } }
{{- end }}

{{- define "open-letter.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{- define "open-letter.pod" -}}
securityContext:
  runAsNonRoot: true
  runAsUser: 1000
  fsGroup: 1000
  seccompProfile: { type: RuntimeDefault }
terminationGracePeriodSeconds: 30
volumes:
  - { name: data, emptyDir: {} }
  - { name: tmp, emptyDir: {} }
{{- end }}

{{- define "open-letter.container" -}}
image: {{ include "open-letter.image" . }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
securityContext:
  readOnlyRootFilesystem: true
  allowPrivilegeEscalation: false
  capabilities: { drop: [ALL] }
volumeMounts:
  - { name: data, mountPath: /data }
  - { name: tmp, mountPath: /tmp }
{{- end }}
