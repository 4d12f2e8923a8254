/** The fields of a form; one that stands twice stays two values, for the schema to refuse. */
export function readForm(form: FormData): Record<string, unknown> {
  // Fields of a form that an earlier build of Next made are none of ours.
  const names = [...new Set(form.keys())].filter(name => !name.startsWith('$ACTION'))
  return Object.fromEntries(
    names.map(name => {
      const all = form.getAll(name)
      return [name, all.length === 1 ? all[0] : all]
    }),
  )
}

/** What was typed, to be shown again. */
export function typedTexts(values: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'string'),
  ) as Record<string, string>
}
