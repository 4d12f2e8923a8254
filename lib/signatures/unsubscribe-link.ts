import { env } from '#lib/env/env.ts'
import { type MailedQuery, readMailedId, readMailedToken } from '#lib/security/mailed-link-query.ts'
import { isStatelessToken, statelessToken } from '#lib/security/tokens.ts'

/** What a one-click call sends, and nothing else (RFC 8058, section 3.1). */
export const ONE_CLICK_BODY = 'List-Unsubscribe=One-Click'

/**
 * Unsubscribe link of broadcasts: the query of the page, and the headers of RFC 2369 and RFC 8058, which mail
 * programs show as a button. The token is derived from the signature's id: it needs no session, works as long
 * as the signature exists, whatever APP_SECRET became, and opens nothing else.
 */
export function unsubscribeLink(signatureId: string) {
  const token = statelessToken('unsubscribe', signatureId)
  const query = `?id=${signatureId}&token=${token}`
  return {
    query,
    headers: {
      'List-Unsubscribe': `<${env.SITE_URL}/api/unsubscribe${query}>`,
      'List-Unsubscribe-Post': ONE_CLICK_BODY,
    },
  }
}

/** The id of the signature that the query of a link is for, or null for a link that we did not make. */
export function readUnsubscribeLink(query: MailedQuery) {
  const id = readMailedId(query)
  return id && isStatelessToken('unsubscribe', id, readMailedToken(query)) ? id : null
}
