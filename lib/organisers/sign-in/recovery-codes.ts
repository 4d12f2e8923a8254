import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { sharedNow } from '#lib/database/shared-clock.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { auth } from './auth.ts'
import { carriedCodes, carryCodes, forgetCodes } from './new-recovery-codes.ts'
import { unlessRefused } from './refusals.ts'

/** The recovery codes that an organiser was not shown yet, or null: they are shown once, in one browser. */
export async function readNewRecoveryCodes(organiserId: string, headers: Headers) {
  const app = await database.organiserTotp.findUnique({ where: { organiserId } })
  return app?.isVerified && !app.recoveryCodesSavedAt ? carriedCodes(organiserId, headers) : null
}

/** Number of unused recovery codes. */
export async function countRecoveryCodes(organiserId: string) {
  if ((await database.organiserTotp.count({ where: { organiserId } })) === 0) return 0
  return (await auth().api.viewBackupCodes({ body: { userId: organiserId } })).backupCodes.length
}

/**
 * Confirms that the organiser has stored her recovery codes: they are not shown again, and the cookie is
 * cleared.
 */
export async function keepRecoveryCodes(organiserId: string, now = sharedNow()) {
  const where = { organiserId, isVerified: true, recoveryCodesSavedAt: null }
  await database.organiserTotp.updateMany({ where, data: { recoveryCodesSavedAt: now } })
  return [forgetCodes()]
}

/** Replaces the recovery codes. Resolves to the cookies that carry the new ones; null for a wrong password. */
export async function renewRecoveryCodes(password: unknown, by: Organiser, headers: Headers) {
  if (await consumeRateLimit('organiser-code', by.id)) return null
  const answer = await unlessRefused(
    auth().api.generateBackupCodes({ body: { password: String(password ?? '') }, headers }),
  )
  if (!answer) return null
  await database.$transaction(async transaction => {
    await transaction.organiserTotp.update({
      where: { organiserId: by.id },
      data: { recoveryCodesSavedAt: null },
    })
    await recordAuditEvent({ by, kind: 'recovery-codes-renewed' }, transaction)
    await mailAccountNotice(transaction, 'recovery-codes-renewed', by.id)
  })
  return [carryCodes(by.id, answer.backupCodes)]
}
