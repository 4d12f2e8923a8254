import { logEvent } from './log.ts'

/** A form that was refused: the names of its fields and the codes of their faults, never what was typed. */
export function logRefusedForm(form: string, errors: Partial<Record<string, string>>) {
  const faults = Object.entries(errors).map(([field, code]) => `${field}.${code}`)
  logEvent('form-refused', { form, faults: faults.join(',') })
}
