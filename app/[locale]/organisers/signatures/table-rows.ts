import type { TableRow } from '#components/organisers/signatures/SignatureTable.tsx'
import type { ListedSignature } from '#lib/moderation/list-signatures.ts'
import { queueAge } from '#lib/moderation/queue-age.ts'
import type { ListPlace } from '#lib/signatures/list-cursor.ts'
import { countryName } from '#lib/text/countries.ts'
import { formatterIn } from '../formatter.ts'

/**
 * Rows of the table in words of a language.
 * @param hrefOf the page of each.
 */
export function tableRows(
  locale: string,
  signatures: ListedSignature[],
  hrefOf: (id: string) => string,
): TableRow[] {
  const format = formatterIn(locale)
  const now = new Date()
  return signatures.map(row => ({
    ...row,
    age: row.heldSince && queueAge(row.heldSince, now),
    where: row.country ? countryName(row.country, locale) : '',
    submitted: format.dateTime(row.submittedAt, { dateStyle: 'medium', timeStyle: 'short' }),
    href: hrefOf(row.id),
  }))
}

/** How many rows stand before a place: there it is told what became of the signature that stands, or stood, there. */
export function rowsBefore(signatures: ListedSignature[], place: ListPlace) {
  const after = signatures.findIndex(({ submittedAt, id }) => {
    const later = submittedAt.getTime() - place.at.getTime()
    return later < 0 || (later === 0 && id <= place.id)
  })
  return after === -1 ? signatures.length : after
}
