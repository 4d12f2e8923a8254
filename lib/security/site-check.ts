import { randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The request header by which `npm run doctor` asks the site what of a request arrives. */
export const SITE_CHECK_HEADER = 'x-site-check'

const NONCE_BYTES = 32

const NONCE = /^[0-9a-f]{64}$/

/** What of a request arrived, before anything was believed or replaced. */
export type ArrivedRequest = {
  /** Who spoke to this server: the innermost proxy, if there is one. */
  peer: string
  /** The addresses of X-Forwarded-For, the one that was written last at the end. */
  forwardedFor: string[]
  proto: string
  host: string
  /** Whom the site takes for the client. */
  client: string
}

/** Lets the site of a data folder answer whoever shows this nonce, until the check ends: only who may read the folder can. */
export function beginSiteCheck(dataFolder: string) {
  const nonce = randomBytes(NONCE_BYTES).toString('hex')
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 })
  writeFileSync(fileIn(dataFolder), nonce, { mode: 0o600 })
  return { nonce, end: () => rmSync(fileIn(dataFolder), { force: true }) }
}

/** Whether a request shows the nonce of a check that goes on. */
export function isSiteCheck(shown: string | undefined, dataFolder: string) {
  if (!shown || !NONCE.test(shown)) return false
  const nonce = readNonce(dataFolder)
  return NONCE.test(nonce) && timingSafeEqual(Buffer.from(shown), Buffer.from(nonce))
}

function readNonce(dataFolder: string) {
  try {
    return readFileSync(fileIn(dataFolder), 'utf8')
  } catch {
    return ''
  }
}

function fileIn(dataFolder: string) {
  return join(dataFolder, 'site-check')
}
