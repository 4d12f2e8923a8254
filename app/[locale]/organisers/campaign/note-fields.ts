import { getMessages } from 'next-intl/server'
import type { NoteField } from '#components/organisers/campaign/NoteFields.tsx'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { textOf } from '../form-values.ts'

type Query = Record<string, string | string[] | undefined>

/** Sentences that owners write for readers, each with its fields. */
export type NoteKind = 'pause' | 'closing' | 'scheduled' | 'site' | 'recipient'

type Wanted = {
  kind: NoteKind
  /** Those that are kept, by language. */
  kept: Record<string, string>
  /** Name of the field for a language. */
  label: (language: string) => string
  /** What is said where one is missing. */
  required: string
}

/** Fields of a sentence, one for each language: what was typed and refused, or what is kept. */
export async function noteFields(locale: string, query: Query, wanted: Wanted) {
  const { form } = await getMessages({ locale })
  const words: Record<string, string> = { ...form.errors.statement, required: wanted.required }
  return languages().map((language): NoteField => {
    const name = `${wanted.kind}-${language}`
    const typed = query[name]
    const fault = query[`fault-${name}`]
    return {
      name,
      language,
      label: wanted.label(readMessages(language).site.languageName),
      value: typeof typed === 'string' ? typed : (wanted.kept[language] ?? ''),
      error: typeof fault === 'string' ? words[fault] : undefined,
    }
  })
}

/** Sentences of a form, by language. */
export function typedNotes(form: FormData, kind: NoteKind) {
  return Object.fromEntries(languages().map(code => [code, textOf(form, `${kind}-${code}`)]))
}

/** What was typed and what is wrong with it, for the address of the page that shows it again. */
export function refusedNotes(
  kind: NoteKind,
  typed: Record<string, string>,
  faults: Record<string, string>,
) {
  const kept = Object.entries(typed).map(([code, note]) => [`${kind}-${code}`, note])
  const wrong = Object.entries(faults).map(([code, fault]) => [`fault-${kind}-${code}`, fault])
  return Object.fromEntries([...kept, ...wrong]) as Record<string, string>
}
