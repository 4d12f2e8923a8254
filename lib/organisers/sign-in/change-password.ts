import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { consumeRateLimit } from '#lib/security/rate-limits.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { auth } from './auth.ts'
import { guessableWords } from './guessable-words.ts'
import { findPasswordFault, type PasswordFault } from './password-rules.ts'

/** Outcome of a change of password. */
export type ChangePasswordOutcome =
  | { outcome: 'changed' | 'wrong-password' | 'too-many' }
  | { outcome: 'refused-password'; fault: PasswordFault }

/** Changes one's own password; every session but this one ends. */
export async function changePassword(
  typed: { current: unknown; password: unknown },
  by: Organiser,
  sessionId: string,
): Promise<ChangePasswordOutcome> {
  if (await consumeRateLimit('organiser-code', by.id)) return { outcome: 'too-many' }
  if (!(await isOwnPassword(by.id, typed.current))) return { outcome: 'wrong-password' }
  const password = String(typed.password ?? '')
  const fault = await findPasswordFault(password, guessableWords(by.email))
  if (fault) return { outcome: 'refused-password', fault }
  const hash = await (await auth().$context).password.hash(password)
  await database.$transaction(async transaction => {
    await transaction.organiserPassword.updateMany({
      where: { organiserId: by.id },
      data: { password: hash, updatedAt: new Date() },
    })
    await transaction.organiserSession.deleteMany({
      where: { organiserId: by.id, id: { not: sessionId } },
    })
    await recordAuditEvent({ by, kind: 'password-changed' }, transaction)
    await mailAccountNotice(transaction, 'password-changed', by.id)
  })
  return { outcome: 'changed' }
}

/** Whether a typed password is this organiser’s. */
export async function isOwnPassword(organiserId: string, typed: unknown) {
  const kept = await database.organiserPassword.findFirst({ where: { organiserId } })
  if (!kept?.password) return false
  const { password } = await auth().$context
  return password.verify({ hash: kept.password, password: String(typed ?? '') })
}
