import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.js'

const SOURCES = [
  'app',
  'server',
  'bin/support/list-requests.ts',
  'components',
  'instrumentation.ts',
  'lib',
  'next.config.ts',
  'package-lock.json',
  'prisma',
  'public',
]
const GENERATED = join('lib', 'database', 'generated')

/** A hash over all that the pages are built from; no word of the site, and no setting, is. */
export function fingerprintOfSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesIn).sort()) {
    hash.update(`\0${file}\0`).update(readFileSync(join(checkout, file)))
  }
  return hash.digest('hex')
}

function filesIn(path: string): string[] {
  if (path === GENERATED || !existsSync(join(checkout, path))) return []
  if (!statSync(join(checkout, path)).isDirectory()) return [path]
  return readdirSync(join(checkout, path)).flatMap(name => filesIn(join(path, name)))
}
