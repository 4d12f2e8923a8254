import type { Organiser } from '#lib/access/organiser.ts'
import { lastWriter } from '#lib/audit/last-writer.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { languages } from '#lib/content/languages.ts'
import { storable } from '#lib/content/typed-text.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type Audience, EVERYONE, readAudience } from './audience.ts'
import { type BroadcastText, LONGEST_BODY, LONGEST_SUBJECT } from './broadcast-texts.ts'
import { readBroadcast, type ShownBroadcast } from './read-broadcasts.ts'
import { type ReadBroadcast, subjectOf } from './revision.ts'

/**
 * Longest stored text, in characters: longer than can be sent, so that a draft is kept while it is shortened.
 */
const KEPT = 4

/** Input of a broadcast: texts by language, and its audience. */
type TypedBroadcast = { texts: Record<string, BroadcastText> } & {
  [field in keyof Audience]?: unknown
}

/** Outcome of saving a draft; drafts are saved with any mistakes and validated when shown. */
export type WriteBroadcastOutcome =
  | { outcome: 'written' | 'unknown' | 'no-draft' }
  | {
      outcome: 'changed'
      /** E-mail address of whoever saved another revision since; null if she is no longer an organiser. */
      by: string | null
    }

/** Creates a draft. */
export async function beginBroadcast(organiser: Organiser, now = new Date()) {
  return database.$transaction(async transaction => {
    const { id } = await transaction.broadcast.create({
      data: { texts: {}, authorId: organiser.id, createdAt: now, changedAt: now },
    })
    await record(transaction, organiser, 'broadcast-begun', id)
    return id
  })
}

/**
 * Saves a draft if its revision is still the one that its organiser read. The texts of a started broadcast are
 * final.
 */
export async function writeBroadcast(
  organiser: Organiser,
  { id, subject }: ReadBroadcast,
  typed: TypedBroadcast,
  now = new Date(),
): Promise<WriteBroadcastOutcome> {
  const found = await readBroadcast(id)
  if (!found) return { outcome: 'unknown' }
  if (found.status !== 'draft') return { outcome: 'no-draft' }
  const { privacyVersion } = found
  const whom = privacyVersion ? EVERYONE : readAudience(typed)
  const written = { ...whom, texts: tidied(typed.texts) }
  const isUnchanged = subjectOf(found).subject === subject
  if (isUnchanged && (await keep(organiser, found, written, now))) return { outcome: 'written' }
  // A repeated submission of the same text is no conflict.
  const kept = await readBroadcast(id)
  if (kept && subjectOf(kept).subject === subjectOf({ id, privacyVersion, ...written }).subject) {
    return { outcome: 'written' }
  }
  return { outcome: 'changed', by: await lastWriter('broadcast-written', id) }
}

/** Deletes a draft. Resolves to whether there was one. */
export async function discardBroadcast(organiser: Organiser, id: string) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.broadcast.deleteMany({
      where: { id, status: 'draft' },
    })
    if (count > 0) await record(transaction, organiser, 'broadcast-discarded', id)
    return count > 0
  })
}

/** Resolves to whether the revision was still the same. */
function keep(
  organiser: Organiser,
  { id, changedAt }: ShownBroadcast,
  written: Audience & Pick<ShownBroadcast, 'texts'>,
  now: Date,
) {
  return database.$transaction(async transaction => {
    const { count } = await transaction.broadcast.updateMany({
      where: { id, status: 'draft', changedAt },
      data: { ...written, changedAt: now },
    })
    if (count > 0) await record(transaction, organiser, 'broadcast-written', id)
    return count > 0
  })
}

function tidied(texts: Record<string, BroadcastText>) {
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
  kind: 'broadcast-begun' | 'broadcast-written' | 'broadcast-discarded',
  subject: string,
) {
  return recordAuditEvent({ by: organiser, kind, subject }, transaction)
}
