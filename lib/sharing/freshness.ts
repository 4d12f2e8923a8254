import { createHash } from 'node:crypto'

/** Seconds for which a cache may keep a document before it revalidates. */
const DOCUMENT_SECONDS = 5 * 60

/**
 * The headers of a document that is always at the same address, whatever the letter becomes: a cache
 * keeps it for minutes, and then asks with the entity tag (RFC 9111, section 4.3). The tag is weak, since
 * the document may be compressed on its way.
 */
export function freshnessOf(document: Uint8Array | string, seconds = DOCUMENT_SECONDS) {
  const hash = createHash('sha256').update(document).digest('base64url').slice(0, 27)
  return {
    'Cache-Control': `public, max-age=${seconds}, s-maxage=${seconds}, must-revalidate`,
    ETag: `W/"${hash}"`,
  }
}
