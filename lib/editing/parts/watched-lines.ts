import type { YamlValue } from '#lib/content/edit-yaml.ts'
import type { FieldMistake, FoundMistake } from './part.ts'

/** Watched names as lines of a form: `World Health Organization; WHO, OMS; who.int`. */
export function linesOf(held: unknown): string[] {
  return Array.isArray(held) ? held.map(lineOf) : []
}

/** The list that lines stand for. An entry whose line is as it was stays as it is in the file. */
export function watchedOf(typed: string, held: unknown): YamlValue[] {
  const former = new Map(
    Array.isArray(held) ? held.map(entry => [lineOf(entry), entry as YamlValue] as const) : [],
  )
  const lines = typed.split('\n').map(line => line.trim())
  return lines.filter(Boolean).map(line => former.get(line) ?? entryOf(line))
}

/** The line of an entry that is wrong. */
export function mistakeOfLine({ place: [entry] }: FoundMistake): FieldMistake | null {
  if (typeof entry !== 'number') return null
  return { field: 'watched', fault: { code: 'not-watched-line', values: { line: entry + 1 } } }
}

function lineOf(entry: unknown): string {
  if (typeof entry !== 'object' || entry === null) return String(entry)
  const { name, also, domains } = entry as Record<string, unknown>
  const parts = [String(name ?? ''), listed(also), listed(domains)]
  return parts
    .join('; ')
    .replace(/(; )+$/, '')
    .trim()
}

function entryOf(line: string): YamlValue {
  const [name = '', also = '', domains = ''] = line.split(';').map(part => part.trim())
  const lists = {
    ...(also && { also: pieces(also) }),
    ...(domains && { domains: pieces(domains.toLowerCase()) }),
  }
  return Object.keys(lists).length === 0 ? name : { name, ...lists }
}

function pieces(text: string) {
  return text.split(',').flatMap(piece => piece.trim() || [])
}

function listed(values: unknown) {
  return Array.isArray(values) ? values.join(', ') : ''
}
