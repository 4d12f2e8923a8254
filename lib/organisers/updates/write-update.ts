import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { languages } from '#lib/letter/languages.ts'
import { storable } from '#lib/letter/typed-text.ts'
import { COUNTRY_CODES } from '#lib/signatures/countries.ts'
import type { Organiser } from '../organiser.ts'
import { recordDeed } from '../trail/record-deed.ts'
import { LONGEST_BODY, LONGEST_SUBJECT, type UpdateText } from './update-texts.ts'

/** Room for what is too long to be sent, so that it is kept while its writer shortens it. */
const KEPT = 4

const recipients = z.object({
  country: z.enum(COUNTRY_CODES).nullable().catch(null),
  kind: z.enum(['individual', 'organisation']).nullable().catch(null),
})

/** An update as it is typed: texts by language, and for whom. */
type TypedUpdate = {
  texts: Record<string, UpdateText>
  country?: unknown
  kind?: unknown
}

/** What came of writing; a draft is kept however wrong its texts are, and checked when it is shown. */
export type WriteUpdateOutcome =
  | { outcome: 'written'; id: string }
  | { outcome: 'unknown' | 'no-draft' }

/** Begins a draft. */
export async function beginUpdate(organiser: Organiser, now = new Date()) {
  return database.$transaction(async transaction => {
    const { id } = await transaction.signatoryUpdate.create({
      data: { texts: {}, writtenById: organiser.id, createdAt: now, changedAt: now },
    })
    await record(transaction, organiser, 'update-begun', id)
    return id
  })
}

/** Keeps what was typed into a draft. Once it is sent its texts stand. */
export async function writeUpdate(
  organiser: Organiser,
  id: string,
  typed: TypedUpdate,
  now = new Date(),
): Promise<WriteUpdateOutcome> {
  return database.$transaction(async transaction => {
    const { count } = await transaction.signatoryUpdate.updateMany({
      where: { id, status: 'draft' },
      data: { ...recipients.parse(typed), texts: tidied(typed.texts), changedAt: now },
    })
    if (count === 0) {
      const found = await transaction.signatoryUpdate.count({ where: { id } })
      return { outcome: found > 0 ? 'no-draft' : 'unknown' }
    }
    await record(transaction, organiser, 'update-written', id)
    return { outcome: 'written', id }
  })
}

/** Throws a draft away. Resolves to whether it was one. */
export async function discardUpdate(organiser: Organiser, id: string) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.signatoryUpdate.deleteMany({
      where: { id, status: 'draft' },
    })
    if (count > 0) await record(transaction, organiser, 'update-discarded', id)
    return count > 0
  })
}

function tidied(texts: Record<string, UpdateText>) {
  return Object.fromEntries(
    languages().map(language => {
      const { subject = '', body = '' } = texts[language] ?? {}
      return [
        language,
        {
          subject: storable(subject.trim(), LONGEST_SUBJECT * KEPT),
          body: storable(body.replaceAll('\r\n', '\n').trim(), LONGEST_BODY * KEPT),
        },
      ]
    }),
  )
}

function record(
  transaction: Prisma.TransactionClient,
  organiser: Organiser,
  kind: 'update-begun' | 'update-written' | 'update-discarded',
  subject: string,
) {
  return recordDeed({ by: organiser, kind, subject }, transaction)
}
