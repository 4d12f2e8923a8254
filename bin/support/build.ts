import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFolderOf, installBuild, newestBuild } from './built.ts'
import { checkout } from './checkout.js'
import { compressBuild } from './compress-build.ts'
import { listRequests } from './list-requests.ts'
import { runProgram } from './run-program.ts'
import { fingerprintOfSources } from './sources.ts'
import { step } from './step.js'

const SCHEMA = join(checkout, 'prisma', 'schema.prisma')
const CLIENT = join(checkout, 'lib', 'database', 'generated', 'client.ts')

/**
 * Next names the actions of the console's forms after this key, and would make a new one for each fresh build: a form that
 * was opened before an update, or on another instance, could not be sent any more. It encrypts nothing,
 * because no action of ours encloses anything (tests/architecture.test.ts): so it is no secret.
 */
const KEY_OF_ACTIONS = createHash('sha256').update('the forms of an open letter').digest('base64')

/** A build knows no setting of a site, and no content but the checkout's own, which tells Next what each page is made of. */
const SETTINGS = {
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: KEY_OF_ACTIONS,
  // Next reads no .env by itself: bin/support/env-file.js has.
  __NEXT_PROCESSED_ENV: 'true',
  CONTENT_FOLDER: 'content',
  LOCALES_FOLDER: 'locales',
}

/**
 * Builds the pages, unless they have been built from these very sources. A build is made beside those that are served,
 * and takes its place once it is whole; one that fails changes nothing.
 * @param signal stops the build
 * @throws Error with the builder's own words when it fails
 */
export async function buildIfChanged(signal: AbortSignal) {
  const build = buildFolderOf(fingerprintOfSources())
  if (newestBuild() === build) return existsSync(CLIENT) ? undefined : generateClient(signal)
  await step('Building the pages', 'after a change: about half a minute', async () => {
    await generateClient(signal)
    rmSync(join(checkout, build), { recursive: true, force: true })
    prepareTypes()
    const settings = { ...SETTINGS, OPEN_LETTER_BUILD: build }
    await runProgram('node_modules/next/dist/bin/next', ['build'], settings, signal)
    await compressBuild(build)
    listRequests(build)
    leaveOutPages(build)
  })
  installBuild(build)
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

/** Next writes the folder of its types into the configuration of TypeScript: into one of the build's own. */
function prepareTypes() {
  mkdirSync(join(checkout, '.next'), { recursive: true })
  writeFileSync(join(checkout, '.next', 'tsconfig.json'), '{ "extends": "../tsconfig.json" }')
}

/** What Next made of the checkout's content while it built, and what only another build would need. */
const LEFT_OUT = ['server/app/**/*.{html,rsc,meta,body,segments}', 'cache', 'diagnostics', 'trace*']

/** Every page is made by the site that runs, of its own content and address: the build keeps none. */
function leaveOutPages(build: string) {
  const folder = join(checkout, build)
  const found = globSync(LEFT_OUT, { cwd: folder }).filter(name => !name.includes('_global-error'))
  for (const name of found) rmSync(join(folder, name), { recursive: true, force: true })
}
