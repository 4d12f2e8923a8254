import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Every sentence of a locale file by its path: `form.name.label`. */
export function sentencesOf(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) => {
      const place = path ? `${path}.${key}` : key
      return typeof value === 'string' ? [[place, value] as const] : [...sentencesOf(value, place)]
    }),
  )
}

/** What a sentence leaves open, with its ICU type: `days`, `date, date`. */
export function placeholdersOf(sentence: string): string[] {
  const found = [...sentence.matchAll(/\{\s*(\w+)\s*(?:\}|,\s*(\w+))/g)]
  return found.map(([, name, type]) => (type ? `${name}, ${type}` : `${name}`)).sort()
}

/** The code that may say words, file by file. */
export function readSources(): { file: string; code: string }[] {
  return ['app', 'components', 'lib', 'server']
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)),
    )
    .filter(file => /\.tsx?$/.test(file) && !file.includes('generated'))
    .map(file => ({ file, code: readFileSync(file, 'utf8') }))
}
