import { database } from '#lib/database/client.ts'
import { CONFIRMATION_MAIL_LIMITS } from './mail-limits.ts'

/** Who has not confirmed after this many days is reminded, once. */
export const REMINDER_AFTER_DAYS = 3

const MAILS_PER_RUN = 1_000

/**
 * Writes one reminder for each signature that has waited long enough, with the link of its newest
 * mail, unless its address has had as many mails as it may. Resolves to how many it wrote; running it
 * again, or at the same time elsewhere, writes none twice.
 */
export async function remindPending(now = new Date()) {
  const since = new Date(now.getTime() - REMINDER_AFTER_DAYS * 24 * 60 * 60 * 1000)
  const most = Math.max(...CONFIRMATION_MAIL_LIMITS.map(limit => limit.mails))
  return database.$transaction(async transaction => {
    const waiting = await transaction.$queryRaw<{ signatureId: string; linkId: string }[]>`
      SELECT s.id AS "signatureId", newest.id AS "linkId"
      FROM signature s
      CROSS JOIN LATERAL (
        SELECT id FROM confirmation_link l
        WHERE l."signatureId" = s.id AND l."usedAt" IS NULL AND l."expiresAt" > ${now}
        ORDER BY l."createdAt" DESC LIMIT 1
      ) newest
      WHERE s.status = 'pending' AND s."submittedAt" < ${since}
        AND NOT EXISTS (
          SELECT FROM mail m WHERE m."signatureId" = s.id AND m.kind = 'reminder')
        AND (SELECT count(*) FROM mail m WHERE m."signatureId" = s.id) < ${most}
      ORDER BY s.id LIMIT ${MAILS_PER_RUN} FOR UPDATE OF s SKIP LOCKED`
    await transaction.mail.createMany({
      data: waiting.map(row => ({ ...row, kind: 'reminder' as const, createdAt: now })),
    })
    return waiting.length
  })
}
