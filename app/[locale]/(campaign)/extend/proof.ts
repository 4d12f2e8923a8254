import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import type {
  OwnershipProof,
  ReconfirmSignatureOutcome,
} from '#lib/signatures/reconfirm-signature.ts'
import { signatorySessionToken } from '../my-signature/session-cookie.ts'

/** Outcome pages of reconfirming: last parts of their public addresses. */
export const OUTCOME_PAGES = ['extended', 'already-extended', 'closed', 'not-valid'] as const

export type OutcomePage = (typeof OUTCOME_PAGES)[number]

type Ended = Exclude<ReconfirmSignatureOutcome['outcome'], 'changed-again'>

/** The token of the link that was followed; undefined where the page was opened without a query. */
export function tokenOf(query: Record<string, unknown>) {
  return Object.keys(query).length === 0 ? undefined : (readMailedToken(query) ?? '')
}

/** The link of a mail proves whose signature it is; without one, the session of one's own page does. */
export async function reconfirmationProof(token: unknown): Promise<OwnershipProof> {
  const isWithoutLink = token === undefined || token === null
  return isWithoutLink ? { sessionToken: await signatorySessionToken() } : { linkToken: token }
}

/** Path and query of the page that asks, below the language. */
export function reconfirmationPath(token: unknown) {
  return typeof token === 'string' ? `/extend?token=${encodeURIComponent(token)}` : '/extend'
}

export function outcomePath(locale: string, outcome: Ended) {
  const page: OutcomePage = outcome === 'unknown' ? 'not-valid' : outcome
  return `/${locale}/extend/${page}`
}
