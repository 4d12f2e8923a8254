import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '#lib/versions/check-content.ts'
import { checkout } from './checkout.js'
import { compressBuild } from './compress-build.ts'
import { listRequests } from './list-requests.ts'
import { runProgram } from './run-program.ts'
import { fingerprintOfSources } from './sources.ts'
import { step } from './step.js'

const STAMP = join(checkout, '.next', 'open-letter-sources')
const SCHEMA = join(checkout, 'prisma', 'schema.prisma')
const CLIENT = join(checkout, 'lib', 'database', 'generated', 'client.ts')

/**
 * Next names the actions of the console's forms after this key, and would make a new one for each fresh build: a form that
 * was opened before an update, or on another instance, could not be sent any more. It encrypts nothing,
 * because no action of ours encloses anything (tests/architecture.test.ts): so it is no secret.
 */
const KEY_OF_ACTIONS = createHash('sha256').update('the forms of an open letter').digest('base64')

/**
 * Builds the pages, unless they have been built from these very sources for this address.
 * @param siteUrl the site's origin, which is written into the pages
 * @param signal stops the build
 * @throws Error with the builder's own words when it fails, or a sentence for each mistake in content/
 */
export async function buildIfChanged(siteUrl: string, signal: AbortSignal) {
  const wanted = fingerprintOfSources(siteUrl)
  const isBuilt = existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted
  if (isBuilt && existsSync(CLIENT)) return
  checkContent()
  rmSync(STAMP, { force: true })
  await step('Building the pages', 'after a change: about half a minute', async () => {
    await generateClient(signal)
    const settings = {
      SITE_URL: siteUrl,
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: KEY_OF_ACTIONS,
      // Next reads no .env by itself: bin/support/env-file.js has.
      __NEXT_PROCESSED_ENV: 'true',
    }
    await runProgram('node_modules/next/dist/bin/next', ['build'], settings, signal)
    await compressBuild()
    listRequests()
  })
  writeFileSync(STAMP, wanted)
}

/** Writes the database's client, if schema.prisma has changed since it was written. */
export async function generateClientIfChanged(signal: AbortSignal) {
  if (existsSync(CLIENT) && statSync(CLIENT).mtimeMs > statSync(SCHEMA).mtimeMs) return
  await generateClient(signal)
}

/** Writes the database's client, which schema.prisma describes. */
async function generateClient(signal: AbortSignal) {
  await runProgram('node_modules/prisma/build/index.js', ['generate'], {}, signal)
}
