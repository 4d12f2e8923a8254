import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, normalize, sep } from 'node:path'

/** Where a site has what is not in its database. */
export type SiteFolders = {
  /** Holds the checkpoints of the audit log. */
  data: string
  /** Holds `.env`, and `content` and `locales` where these are not said to be elsewhere. */
  site: string
  content?: string
  locales?: string
}

/** Whose words the site shows. */
const WORDS = ['content', 'locales'] as const

/** Variables, among them the keys of others; put beside the data, since the new place may need others. */
const VARIABLES = '.env'

/** Words may be read by whoever the site runs as; variables and checkpoints by nobody else. */
const FOR_THE_SITE = 0o644
const FOR_ITS_OWNER = 0o600

const AUDIT_CHECKPOINTS = 'audit-checkpoints'

/** All of them by the path that they have in a backup; they are some megabytes. */
export function readSiteFiles(folders: SiteFolders) {
  const { data, site } = folders
  const files = new Map<string, Uint8Array>()
  const add = (path: string, file: string) => {
    if (existsSync(file)) files.set(path, readFileSync(file))
  }
  add(AUDIT_CHECKPOINTS, join(data, AUDIT_CHECKPOINTS))
  add(VARIABLES, join(site, VARIABLES))
  for (const folder of WORDS) {
    const place = placeOf(folders, folder)
    for (const path of filesIn(place)) add(`${folder}/${path}`, join(place, path))
  }
  return files
}

/**
 * Takes the files of a backup, and puts them into their places once its rows are kept: until then they lie in the
 * folder `restored` of the data. The words that a new site came with are kept in `words-before-restore`.
 */
export function takeSiteFiles(folders: SiteFolders) {
  const { data } = folders
  const staging = join(data, 'restored')
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  return {
    take: (path: string, bytes: Uint8Array) => {
      const file = join(staging, normalize(path))
      if (!file.startsWith(staging + sep)) throw new Error(`The backup holds a file ${path}.`)
      const isWords = WORDS.some(folder => path.startsWith(`${folder}/`))
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, bytes, { mode: isWords ? FOR_THE_SITE : FOR_ITS_OWNER })
    },
    /**
     * Returns what is left for people to put into its place: variables, and words where the site's folder may not be
     * written, as in a container.
     */
    putInPlace: () => {
      move(join(staging, AUDIT_CHECKPOINTS), join(data, AUDIT_CHECKPOINTS))
      const before = join(data, 'words-before-restore')
      rmSync(before, { recursive: true, force: true })
      for (const folder of WORDS) {
        replaceFolder(placeOf(folders, folder), join(staging, folder), join(before, folder))
      }
      return [...WORDS, VARIABLES].map(name => join(staging, name)).filter(existsSync)
    },
  }
}

function placeOf(folders: SiteFolders, words: (typeof WORDS)[number]) {
  return folders[words] ?? join(folders.site, words)
}

function filesIn(folder: string) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Copies, since the folders may be on different disks; what cannot be replaced is left as it was. */
function replaceFolder(folder: string, by: string, before: string) {
  if (!existsSync(by)) return
  if (existsSync(folder)) cpSync(folder, before, { recursive: true })
  try {
    rmSync(folder, { recursive: true, force: true })
    cpSync(by, folder, { recursive: true })
  } catch {
    return
  }
  rmSync(by, { recursive: true })
}

function move(from: string, to: string) {
  if (existsSync(from)) renameSync(from, to)
}
