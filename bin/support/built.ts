import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env/env.ts'
import { checkout } from './checkout.js'

const BUILDS = '.next/builds'

/** Names the build that the next start serves. Written in one step, so that there is always one. */
const POINTER = join(checkout, '.next', 'current-build')

/** So many builds are kept, the newest first: a site that still runs serves its own. */
const KEPT_BUILDS = 3

/**
 * The build that is served, as a folder below the checkout: that of the running site where this is one of its
 * processes, else the newest.
 * @throws Error when nothing was built
 */
export function builtFolder() {
  const folder = env.OPEN_LETTER_BUILD ?? newestBuild()
  if (!folder) throw new Error('The site is not built yet: npm run build, or npm start.')
  return folder
}

/** A file of the build that is served. */
export function builtFile(...parts: string[]) {
  return join(checkout, builtFolder(), ...parts)
}

/** The folder of the build of these sources, below the checkout; Next writes its name into what it builds. */
export function buildFolderOf(sources: string) {
  return `${BUILDS}/${sources.slice(0, 16)}`
}

/** Lets a build that is whole be the one that the next start serves, in one step; older ones go, but for the last few. */
export function installBuild(folder: string) {
  const before = newestBuild()
  writeFileSync(`${POINTER}.new`, folder)
  renameSync(`${POINTER}.new`, POINTER)
  removeOldBuilds([folder, before])
}

/** The build that the next start serves. */
export function newestBuild() {
  if (!existsSync(POINTER)) return undefined
  const folder = readFileSync(POINTER, 'utf8').trim()
  return existsSync(join(checkout, folder, 'BUILD_ID')) ? folder : undefined
}

function removeOldBuilds(needed: (string | undefined)[]) {
  const all = readdirSync(join(checkout, BUILDS)).map(name => `${BUILDS}/${name}`)
  const older = all.filter(folder => !needed.includes(folder)).sort(byAge)
  for (const folder of older.slice(KEPT_BUILDS - needed.length))
    rmSync(join(checkout, folder), { recursive: true, force: true })
}

function byAge(one: string, other: string) {
  return statSync(join(checkout, other)).mtimeMs - statSync(join(checkout, one)).mtimeMs
}
