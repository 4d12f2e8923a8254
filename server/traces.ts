// Traces: Next's own spans of each request, sent by OpenTelemetry where its packages and a collector are (docs/decisions/0048-watching.md).
import { env } from '#lib/env/env.ts'
import { logEvent } from '#lib/log/log.ts'
import { placeOf } from '#lib/log/without-personal-data.ts'

/** Not installed with the site: whoever wants traces adds them. */
const PACKAGES = ['@opentelemetry/sdk-trace-node', '@opentelemetry/exporter-trace-otlp-http']

/** Attributes that hold a route, a method or a status of ours; all others may hold an address with its token. */
const KEPT = /^(http\.(method|status_code|route)|next\.(route|span_type)|error\.type)$/

const LONGEST_NAME = 100

/** A finished span, as far as it matters here. */
export type Span = {
  name: string
  attributes: Record<string, unknown>
  events: unknown[]
  status: { code: number; message?: string }
}

type Exporter = { export: (spans: Span[], done: (result: unknown) => void) => void }

type Sdk = {
  NodeTracerProvider: new (settings: {
    spanProcessors: unknown[]
  }) => { register: () => void; shutdown: () => Promise<void> }
  BatchSpanProcessor: new (exporter: Exporter) => unknown
}

type Exporters = { OTLPTraceExporter: new () => Exporter }

/**
 * Sends traces to OTEL_EXPORTER_OTLP_ENDPOINT, if there is one; to be called before Next is loaded. Resolves to what
 * sends the last of them.
 */
export async function startTraces(): Promise<() => Promise<void>> {
  const nothing = async () => undefined
  if (!env.OTEL_EXPORTER_OTLP_ENDPOINT) return nothing
  const loaded = await Promise.all(PACKAGES.map(name => import(name))).catch(() => null)
  if (!loaded) {
    logEvent('traces-not-sent', { packages: PACKAGES.join(' ') })
    return nothing
  }
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }] = loaded as [
    Sdk,
    Exporters,
  ]
  const exporter = withoutPersonalSpans(new OTLPTraceExporter())
  const provider = new NodeTracerProvider({ spanProcessors: [new BatchSpanProcessor(exporter)] })
  provider.register()
  return () => provider.shutdown().catch(() => undefined)
}

/** An exporter that is handed nothing but what `withoutPersonalData` leaves of each span. */
function withoutPersonalSpans(exporter: Exporter): Exporter {
  const wrapped: Exporter = Object.create(exporter)
  wrapped.export = (spans, done) => exporter.export(spans.map(withoutPersonalData), done)
  return wrapped
}

/** A span without addresses, their tokens, and the messages of errors, which may quote what somebody typed. */
export function withoutPersonalData(span: Span): Span {
  const kept = Object.entries(span.attributes).filter(([name]) => KEPT.test(name))
  const name = span.name.split(' ').map(placeOrWord).join(' ').slice(0, LONGEST_NAME)
  return Object.create(span, {
    name: { value: name, enumerable: true },
    attributes: { value: Object.fromEntries(kept), enumerable: true },
    events: { value: [], enumerable: true },
    status: { value: { code: span.status.code }, enumerable: true },
  })
}

/** Steps of a route: `[locale]`, `(campaign)`, or nothing before the first slash. */
const ROUTE_STEP = /^(\[[\w.]+\]|\([\w-]+\))?$/

/** Names are such as `GET /[locale]/confirm`, or have the whole address where its route is not known. */
function placeOrWord(word: string) {
  const path = word.replace(/^[a-z]+:\/\/[^/]*/, '').split(/[?#]/)[0] ?? ''
  return path
    .split('/')
    .map(step => (ROUTE_STEP.test(step) ? step : placeOf(step)))
    .join('/')
}
