import { z } from 'zod'

/** The id that a form of the console is about; null for what no page of ours sends. */
export function idIn(form: FormData) {
  return z.uuid().safeParse(form.get('id')).data ?? null
}

/** All that was typed, by field. */
export function typedTexts(form: FormData) {
  const texts = [...form].flatMap(([field, value]) =>
    typeof value === 'string' && !field.startsWith('$')
      ? [[field, value.replaceAll('\r\n', '\n')] as const]
      : [],
  )
  return Object.fromEntries(texts)
}

/** What was typed into a field; empty for a file, or where the field is missing. */
export function textOf(form: FormData, field: string) {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}
