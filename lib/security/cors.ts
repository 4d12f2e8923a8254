/** Paths that other sites may embed in a frame. */
const FRAMED = /^\/[a-z-]{2,16}\/embed(\/(form(\/send)?|sent))?(\?|$)/i

/** Paths that other origins may read: public numbers, public names, pictures of both. */
const READABLE =
  /^\/(api\/(tally|signatories|daily|snapshots|openapi)(\.\w+)?|embed\/[\w-]+\.\w+|look\/sheet|[a-z-]{2,16}\/(badge\.svg|social-image|news\/(atom\.xml|feed\.json)))(\?|$)/i

/** Whether other sites may embed this path in a frame. */
export function isFramedElsewhere(path: string) {
  return FRAMED.test(path)
}

/**
 * The headers that open a path to other sites' pages, or none: reading without credentials (CORS,
 * Fetch Standard) and use under a policy of their own (Cross-Origin-Resource-Policy).
 */
export function corsHeaders(path: string): Record<string, string> {
  if (READABLE.test(path)) {
    return {
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'Retry-After',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    }
  }
  return FRAMED.test(path) ? { 'Cross-Origin-Resource-Policy': 'cross-origin' } : {}
}
