import { z } from 'zod'

/** The id that a form of the console is about; null for what no page of ours sends. */
export function idIn(form: FormData) {
  return z.uuid().safeParse(form.get('id')).data ?? null
}

/** What was typed into a field; empty for a file, or where the field is missing. */
export function textOf(form: FormData, field: string) {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}
