import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { PAGE_PATH_HEADER } from '#lib/security/page-path.ts'
import { mailAccountNotice } from '../account-notices.ts'
import { actorOf } from './session-description.ts'

/** Method of signing in. */
export type SignInMethod = 'code' | 'recovery-code' | 'passkey' | 'set-up'

/** Records a sign-in, with its language and method. */
export async function recordSignIn(organiserId: string, by: SignInMethod, headers: Headers) {
  const locale = languageOf(headers)
  await database.$transaction(async transaction => {
    if (locale) {
      await transaction.organiser.updateMany({ where: { id: organiserId }, data: { locale } })
    }
    await recordAuditEvent(
      { by: actorOf(organiserId, headers), kind: 'signed-in', details: { by } },
      transaction,
    )
    if (by === 'recovery-code') {
      await mailAccountNotice(transaction, 'recovery-code-used', organiserId)
    }
  })
}

function languageOf(headers: Headers) {
  const [, first = ''] = (headers.get(PAGE_PATH_HEADER) ?? '').split('/')
  return languages().find(language => language === first)
}
