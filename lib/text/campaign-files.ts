import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { env } from '#lib/env/env.ts'
import { isDevelopment } from '#lib/env/is-development.ts'
import { processSingleton } from '#lib/process/process-singleton.ts'

/** Where content/ and locales/ are, unless a function is told otherwise. */
export const PROJECT_FOLDER = process.cwd()

/** All files of content/ and locales/ as they were at one moment, by names such as content/letter/fr.md. */
export type CampaignFiles = {
  /** SHA-256 over all of them. */
  id: string
  texts: Map<string, string>
  /** When the site began to serve them, as Date.now() counts. */
  since: number
}

type Known = { served?: CampaignFiles; candidates: Map<string, CampaignFiles> }

// What is served changes as a whole, once it was checked: a file that is half written is never shown.
const known = processSingleton('campaign-files', (): Known => ({ candidates: new Map() }))

/** Where each folder of a campaign is: a site may have its own elsewhere. */
export const CAMPAIGN_FOLDERS = {
  content: resolve(PROJECT_FOLDER, env.CONTENT_FOLDER),
  locales: resolve(PROJECT_FOLDER, env.LOCALES_FOLDER),
}

/** The files that the site serves: read at the first question, and kept until others take their place. */
export function servedCampaign(): CampaignFiles {
  known.served ??= readCampaignFiles()
  return known.served
}

/** Serves these files from now on. */
export function serveCampaign(files: CampaignFiles) {
  known.served = { ...files, since: Date.now() }
}

/** Lets `work` read files that are not served yet, under a root of their own. */
export async function withCandidate<T>(files: CampaignFiles, work: (root: string) => Promise<T>) {
  // A root for each call: the first of two to end must not take the other's files away.
  const root = `candidate:${randomUUID()}`
  known.candidates.set(root, files)
  try {
    return await work(root)
  } finally {
    known.candidates.delete(root)
  }
}

/** Reads content/ and locales/ from the disk. @throws Error when a file vanishes meanwhile */
export function readCampaignFiles(folders = CAMPAIGN_FOLDERS): CampaignFiles {
  const found = pathsOfCampaign(folders)
  return asCampaign(
    new Map(found.map(({ name, path }) => [name, readFileSync(path, 'utf8')] as const)),
  )
}

/** Files by names such as content/letter/fr.md, as a whole that can be checked and served. */
export function asCampaign(texts: Map<string, string>): CampaignFiles {
  const hash = createHash('sha256')
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`)
  return { id: hash.digest('hex'), texts, since: Date.now() }
}

/** Changes whenever a file of content/ or locales/ does. It reads none of them: 1 ms. */
export function stampOfCampaignFiles() {
  return pathsOfCampaign(CAMPAIGN_FOLDERS)
    .map(({ name, path }) => {
      const { mtimeMs, size, ino } = statSync(path)
      return `${name} ${mtimeMs} ${size} ${ino}`
    })
    .join('\n')
}

/** The text of a file such as content/letter/fr.md; null where there is none. */
export function readCampaignFile(root: string, file: string): string | null {
  const files = filesAt(root)
  if (files) return files.texts.get(file) ?? null
  const path = pathOf(root, file)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** Names in a folder such as content/pages, sorted; none when there is no such folder. */
export function namesOfCampaign(root: string, folder: string): string[] {
  const files = filesAt(root)
  if (!files) {
    const path = pathOf(root, folder)
    return existsSync(path) ? readdirSync(path).sort() : []
  }
  const below = [...files.texts.keys()].filter(name => name.startsWith(`${folder}/`))
  const names = below.map(name => name.slice(folder.length + 1).split('/')[0] ?? '')
  return [...new Set(names)].sort()
}

/** What is served, or about to be; null where files are read from the disk each time. */
function filesAt(root: string) {
  if (root === PROJECT_FOLDER) return isDevelopment ? null : servedCampaign()
  return known.candidates.get(root) ?? null
}

function pathOf(root: string, file: string) {
  const [folder = '', ...rest] = file.split('/')
  const isOurs = root === PROJECT_FOLDER && folder in CAMPAIGN_FOLDERS
  return isOurs
    ? join(CAMPAIGN_FOLDERS[folder as keyof typeof CAMPAIGN_FOLDERS], ...rest)
    : join(root, file)
}

function pathsOfCampaign(folders: typeof CAMPAIGN_FOLDERS) {
  return Object.entries(folders).flatMap(([name, path]) => pathsBelow(name, path))
}

/** What begins with a dot is an editor's, or the system's. A link counts as what it leads to. */
function pathsBelow(name: string, path: string): { name: string; path: string }[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [{ name, path }]
  const inside = readdirSync(path).filter(each => !each.startsWith('.'))
  return inside.sort().flatMap(each => pathsBelow(`${name}/${each}`, join(path, each)))
}
