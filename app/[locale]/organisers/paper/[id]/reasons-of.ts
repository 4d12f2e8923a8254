import { wordFor } from '#components/ui/word-for.ts'
import { LEFT_OUT } from '#lib/paper/check-rows.ts'
import type { Messages } from '#lib/text/messages.ts'

/** The form's own sentence for each fault of a row, after the name of the field. */
export function reasonsOf(
  { faults }: { faults: string[] },
  errors: Messages['form']['errors'],
  { columns, review }: Messages['organisers']['paper'],
) {
  const byField: Record<string, Record<string, string>> = errors
  return faults.map(fault => {
    const [field = '', code = ''] = fault.split('.')
    if (field === 'remark') return { field, reason: wordFor(review.remarks, code) ?? '' }
    if (fault === LEFT_OUT) return { field: columns.fields.email, reason: review.leftOut }
    return {
      field: wordFor(columns.fields, field) ?? field,
      reason: wordFor(wordFor(byField, field) ?? {}, code) ?? errors.any.invalid,
    }
  })
}
