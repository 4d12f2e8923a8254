import { z } from 'zod'

/** A text field; empty where it is missing. */
export const text = z.string().catch('')

/** A box: ticked or not; a browser leaves out one that is not. */
export const box = z
  .unknown()
  .optional()
  .transform(value => value === 'on')

/** Several fields of one name. */
export const texts = z
  .union([z.array(z.string()), z.string().transform(value => [value])])
  .catch([])

/** A form of one button. */
export const noFields = z.object({})

/** A form that is about one thing. */
export const idField = z.object({ id: z.uuid() })

/** Hashes of the files that a form was shown, by path or language, as JSON; none where somebody wrote anything else. */
export const seenFiles = z
  .string()
  .transform(parsed)
  .pipe(z.record(z.string(), z.string()))
  .catch({})

/** The fields of a form as a schema reads them: a text, or a list where several have one name. */
export function fieldsOf(form: FormData) {
  const names = [...new Set(form.keys())].filter(name => !name.startsWith('$'))
  return Object.fromEntries(
    names.map(name => {
      const values = form.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}

/** All that was typed, by field. */
export function typedTexts(form: FormData) {
  const typed = [...form].flatMap(([field, value]) =>
    typeof value === 'string' && !field.startsWith('$')
      ? [[field, value.replaceAll('\r\n', '\n')] as const]
      : [],
  )
  return Object.fromEntries(typed)
}

/** What was typed into a field; empty for a file, or where the field is missing. */
export function textOf(form: FormData, field: string) {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
