// Other builds: pages of the build before, or of another machine, keep their style for a day (docs/decisions/0051-several-machines.md).
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { forReaders } from '#lib/database/for-readers.ts'
import { findBuildAsset, offerBuildAssets } from '#lib/files/build-assets.ts'
import { runLoop } from '#lib/process/run-loop.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'
import { builtFile } from '../bin/support/built.ts'
import { readyToSend, sendAnswer } from './answer.ts'
import { ASSET_HEADERS, ASSET_TYPES, assetPath } from './precompressed-assets.ts'

/** Offers this build's files to other machines, again and again until `signal` is aborted. */
export async function keepOfferingBuild(signal: AbortSignal) {
  const folder = builtFile('static')
  const paths = (await readdir(folder, { recursive: true })).filter(
    path => extname(path) in ASSET_TYPES,
  )
  const read = (path: string) => readFile(join(folder, path))
  await runLoop(signal, { ms: HOUR_MS, afterFailureMs: MINUTE_MS }, () =>
    offerBuildAssets(paths, read),
  )
}

/**
 * Sends a script, style sheet or font that this build has not, but one of the last day has (true). While the
 * database is silent there is none.
 */
export async function isSentFromOtherBuild(request: IncomingMessage, response: ServerResponse) {
  const path = assetPath(request)
  const type = path && ASSET_TYPES[extname(path)]
  if (!type || existsSync(builtFile('static', path))) return false
  const body = await forReaders(() => findBuildAsset(path)).catch(() => null)
  if (!body) return false
  const headers = { ...ASSET_HEADERS, 'content-type': type }
  await sendAnswer(
    readyToSend({ status: 200, headers, body: Buffer.from(body) }),
    request,
    response,
  )
  return true
}
