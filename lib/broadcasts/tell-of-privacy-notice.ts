import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { readMessages } from '#lib/text/messages.ts'
import { keepNotice, readChangedNotice } from './read-privacy-notice.ts'

/** Outcome of beginning the message about a changed privacy notice; `begun` also where it was begun before. */
export type TellOfNoticeOutcome = { outcome: 'begun'; id: string } | { outcome: 'notice-unchanged' }

/**
 * Begins the one message that tells of a changed privacy notice: a draft whose subjects are written already, and whose
 * text says what has changed. It goes to everyone whose data it is about, once for each version.
 */
export async function tellOfPrivacyNotice(
  organiser: Organiser,
  now = new Date(),
): Promise<TellOfNoticeOutcome> {
  const changed = await readChangedNotice()
  if (!changed) return { outcome: 'notice-unchanged' }
  const { broadcastId, version: privacyVersion } = changed
  if (broadcastId) return { outcome: 'begun', id: broadcastId }
  return database.$transaction(async transaction => {
    const draft = { texts: subjects(), privacyVersion, authorId: organiser.id }
    // Of two who press at once one begins it, and both go on with it.
    const { count } = await transaction.broadcast.createMany({
      data: [{ ...draft, createdAt: now, changedAt: now }],
      skipDuplicates: true,
    })
    const { id } = await transaction.broadcast.findUniqueOrThrow({ where: { privacyVersion } })
    if (count > 0) {
      await recordAuditEvent({ by: organiser, kind: 'broadcast-begun', subject: id }, transaction)
    }
    return { outcome: 'begun', id }
  })
}

/** Outcome of recording a changed notice that needs no message. */
export type RecordNoticeOutcome = { outcome: 'notice-recorded' | 'notice-unchanged' }

/** Records that a changed notice needs no message, such as after a typing mistake; who did stands in the audit log. */
export async function recordPrivacyNotice(
  organiser: Organiser,
  now = new Date(),
): Promise<RecordNoticeOutcome> {
  const changed = await readChangedNotice()
  if (!changed) return { outcome: 'notice-unchanged' }
  const { version } = changed
  await database.$transaction(async transaction => {
    await keepNotice(transaction, version, now)
    const details = { version }
    await recordAuditEvent({ by: organiser, kind: 'privacy-notice-recorded', details }, transaction)
  })
  return { outcome: 'notice-recorded' }
}

function subjects() {
  return Object.fromEntries(
    languages().map(language => {
      const { subject } = readMessages(language).mail.privacyNotice
      return [language, { subject, body: '' }]
    }),
  )
}
