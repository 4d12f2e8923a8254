import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/** One file of the project and what it imports. */
export type Source = {
  /** Path from the root, with `/`. */
  file: string
  code: string
  /** Paths of the project's own files, or names of packages. */
  imports: string[]
  /** The same without those that are types only. */
  valueImports: string[]
}

const FOLDERS = ['app', 'bin', 'components', 'lib', 'server', 'tests']
const GENERATED = 'lib/database/generated'

/** Every file of code that people wrote. */
export function readProject(): Source[] {
  const atRoot = readdirSync('.').filter(name => /\.config\.ts$/.test(name))
  const below = FOLDERS.flatMap(folder =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
  )
  return [...atRoot, ...below].filter(isCode).map(readSource)
}

function isCode(file: string) {
  return /\.(ts|tsx|js|mjs)$/.test(file) && !file.startsWith(GENERATED) && existsSync(file)
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?'([^']+)'|\bimport\(\s*'([^']+)'|\brequire\(\s*'([^']+)'/gm

function readSource(file: string): Source {
  const code = readFileSync(file, 'utf8')
  const found = [...code.matchAll(IMPORT)].map(match => ({
    isType: Boolean(match[1]),
    target: resolve(file, match[2] ?? match[3] ?? match[4] ?? ''),
  }))
  return {
    file,
    code,
    imports: found.map(({ target }) => target),
    valueImports: found.filter(({ isType }) => !isType).map(({ target }) => target),
  }
}

function resolve(file: string, specifier: string) {
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? normalize(join(dirname(file), specifier)) : specifier
}
