// Precompressed assets: 20 kB less on a first visit, and no compression of a file twice (docs/decisions/0024-light-and-open-to-everyone.md).
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { builtFile } from '../bin/support/built.ts'

const BUILT_FILE = /^\/_next(\/static(?:\/(?!\.)[\w.~-]+)+)$/

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** What only concerns documents, and would weigh more than some of these files. */
const FOR_DOCUMENTS = [
  'Referrer-Policy',
  'X-Frame-Options',
  'Cross-Origin-Opener-Policy',
  'Permissions-Policy',
]

/**
 * Sends a script, style sheet or font of the build as small as it gets (true): compressed once and
 * for all by the build (bin/support/compress-build.ts), with few headers. The encoding must have been
 * settled (./encoding.ts).
 */
export function isSentSmall(request: IncomingMessage, response: ServerResponse) {
  const [, path] = BUILT_FILE.exec(request.url ?? '') ?? []
  const type = path && TYPES[extname(path)]
  const { range, 'accept-encoding': encoding } = request.headers
  if (!type || request.method !== 'GET' || range || encoding !== 'br') return false
  const isText = extname(path) !== '.woff2'
  const body = readIfThere(builtFile(isText ? `${path}.br` : path))
  if (!body) return false
  for (const name of FOR_DOCUMENTS) response.removeHeader(name)
  for (const [name, value] of Object.entries(headersOf(type, body, isText))) {
    response.setHeader(name, value)
  }
  response.end(body)
  return true
}

function headersOf(type: string, body: Buffer, isText: boolean) {
  return {
    'Content-Type': type,
    'Content-Length': body.length,
    'Cache-Control': 'public, max-age=31536000, immutable',
    'Content-Security-Policy': "default-src 'none'",
    ...(isText && { 'Content-Encoding': 'br', Vary: 'Accept-Encoding' }),
  }
}

function readIfThere(file: string) {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}
