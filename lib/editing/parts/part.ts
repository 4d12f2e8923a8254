import type { YamlEdit } from '#lib/content/edit-yaml.ts'
import type { Fault } from '#lib/content/faults.ts'

/** What a form shows and sends, by field. */
export type Fields = Record<string, string>

/** What the files of a part hold, parsed, by path below content/; undefined where there is no such file. */
export type Held = Record<string, unknown>

/** A part of the settings: which files hold it, and how it becomes fields and edits. */
export type Part = {
  paths: string[]
  /** What is kept, as its form shows it. */
  read: (held: Held) => Fields
  /** What was typed, as edits of files. */
  edits: (typed: Fields, held: Held) => Record<string, YamlEdit[]>
  /** The field that a mistake of the checks is about, and how its form says it; null where it has none. */
  fieldOf: (found: FoundMistake, typed: Fields) => FieldMistake | null
  /** What is wrong with the fields together, before the checks of the start are asked. */
  check?: (typed: Fields, held: Held) => FieldMistake[] | Promise<FieldMistake[]>
}

/** A mistake of the checks, its file below content/. */
export type FoundMistake = { path: string; place: (string | number)[]; fault: Fault }

/** What is wrong with a field: what the checks of the start say, or what its form alone knows. */
export type FieldMistake = { field: string; fault: Fault | FormFault }

export type FormFault = {
  code:
    | 'needs-file'
    | 'not-offered'
    | 'named-twice'
    | 'chosen'
    | 'not-watched-line'
    | 'every-language'
  values?: Fault['values']
}

/** One value of a file, which is one field of a form. */
export type Setting = {
  field: string
  path: string
  at: string[]
  /** What an empty field means: a mistake, that nothing is said (null), or that the setting is left out. */
  empty?: 'mistake' | 'null' | 'absent'
}

/** A part of plain values. */
export function plainPart(settings: Setting[]): Part {
  return {
    paths: [...new Set(settings.map(({ path }) => path))],
    read: held =>
      Object.fromEntries(
        settings.map(({ field, path, at }) => [field, textOf(valueAt(held[path], at))]),
      ),
    edits: (typed, held) => {
      const edits: Record<string, YamlEdit[]> = {}
      for (const setting of settings) {
        const edit = editOf(setting, typed[setting.field], held)
        if (edit) edits[setting.path] = [...(edits[setting.path] ?? []), edit]
      }
      return edits
    },
    fieldOf: ({ path, place, fault }) => {
      const found = settings.find(
        ({ path: file, at }) => file === path && at.join() === place.join(),
      )
      return found ? { field: found.field, fault } : null
    },
  }
}

/** None where the form did not send the field, or nothing would change: an absent setting stays absent. */
function editOf(setting: Setting, typed: string | undefined, held: Held): YamlEdit | null {
  const { path, at, empty = 'mistake' } = setting
  if (typed === undefined || typed.trim() === textOf(valueAt(held[path], at))) return null
  const text = typed.trim()
  if (text) return { at, value: text }
  return { at, value: empty === 'mistake' ? '' : empty === 'null' ? null : undefined }
}

/** What stands at a place of a parsed file. */
export function valueAt(held: unknown, at: string[]): unknown {
  return at.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? value[key as keyof typeof value]
        : undefined,
    held,
  )
}

function textOf(value: unknown) {
  return value === undefined || value === null ? '' : String(value).trim()
}
