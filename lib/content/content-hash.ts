import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_FOLDER } from './content-file.ts'

const FOLDERS = ['content', 'locales']

/** SHA-256 of everything that organisers and translators write, hexadecimal: whether two machines show the same. */
export function contentHash(root = PROJECT_FOLDER) {
  const hash = createHash('sha256')
  for (const file of FOLDERS.flatMap(folder => filesIn(root, folder))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesIn(root: string, folder: string) {
  const names = readdirSync(join(root, folder), { recursive: true }).map(String).sort()
  return names.map(name => join(folder, name)).filter(file => statSync(join(root, file)).isFile())
}
