// Precompressed assets: 20 kB less on a first visit, and no compression of a file twice (docs/decisions/0024-light-and-open-to-everyone.md).
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname } from 'node:path'
import { builtFile } from '../bin/support/built.ts'

const BUILT_FILE = /^\/_next\/static\/((?!\.)[\w.~-]+(?:\/(?!\.)[\w.~-]+)*)$/

/** What browsers fetch of a build, by the end of its name. */
export const ASSET_TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
}

/** A built file has a hash of its content in its name. */
export const ASSET_HEADERS = {
  'cache-control': 'public, max-age=31536000, immutable',
  'content-security-policy': "default-src 'none'",
}

/** Path of the built file that is asked for, below `/_next/static/`; null for anything else. */
export function assetPath({ method, url = '' }: IncomingMessage) {
  return method === 'GET' || method === 'HEAD' ? (BUILT_FILE.exec(url)?.[1] ?? null) : null
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
  const path = assetPath(request)
  const type = path && ASSET_TYPES[extname(path)]
  const { range, 'accept-encoding': encoding } = request.headers
  if (!type || request.method !== 'GET' || range || encoding !== 'br') return false
  const isText = extname(path) !== '.woff2'
  const body = readIfThere(builtFile(`static/${isText ? `${path}.br` : path}`))
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
    ...ASSET_HEADERS,
    'Content-Type': type,
    'Content-Length': body.length,
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
