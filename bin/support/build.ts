import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkContent } from '#lib/letter/check-content.ts'
import { checkout } from './checkout.js'
import { compressBuild } from './compress-build.ts'
import { runProgram } from './run-program.ts'
import { fingerprintOfSources } from './sources.ts'
import { step } from './step.js'

const STAMP = join(checkout, '.next', 'open-letter-sources')
const CLIENT = join(checkout, 'lib', 'database', 'generated', 'client.ts')

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
    await runProgram('node_modules/next/dist/bin/next', ['build'], { SITE_URL: siteUrl }, signal)
    await compressBuild()
  })
  writeFileSync(STAMP, wanted)
}

/** Writes the database's client, which schema.prisma describes. */
export async function generateClient(signal: AbortSignal) {
  await runProgram('node_modules/prisma/build/index.js', ['generate'], {}, signal)
}
