import { deriveToken, hashToken } from '#lib/security/tokens.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { mayConfirmThrough } from './late-confirmation.ts'
import { type FoundLink, findLinkByToken } from './queries/links.ts'
import { isOnPaperAlone } from './replace-paper-signature.ts'
import { type WaitingForm, waitingForms } from './waiting-forms.ts'

/** Minutes for which whoever opens a used link may well be who used it: after that it may have been passed on. */
export const FRESH_MINUTES = 15

/** What opening a confirmation link shows; opening changes nothing. */
export type ConfirmationLinkState =
  | ReadyLink
  | {
      state:
        | 'already-confirmed'
        | 'confirmed-before'
        | 'withdrawn'
        | 'closed'
        | 'expired'
        | 'unknown'
    }

type ReadyLink = {
  state: 'ready'
  /** Every form that waits for the address, whole: the first counts unless another is chosen. */
  forms: [WaitingForm, ...WaitingForm[]]
  /** The token of the page that erases all of them. */
  rejectToken: string
}

/**
 * Reads what a confirmation link would confirm.
 * @param browserToken the secret that the asking browser keeps since it sent a form, if it did.
 */
export async function readConfirmationLink(
  token: unknown,
  now = new Date(),
  browserToken?: unknown,
): Promise<ConfirmationLinkState> {
  return stateOfLink(await findConfirmationLink(token, now), now, browserToken)
}

/** The link of a token, with what waits at this moment; null for none. */
export async function findConfirmationLink(token: unknown, now: Date) {
  const tokenHash = hashToken(token)
  return tokenHash ? findLinkByToken(tokenHash, now) : null
}

/** Where the signature of a link stands, and which forms wait for it. */
export async function stateOfLink(
  link: FoundLink | null,
  now: Date,
  browserToken?: unknown,
): Promise<ConfirmationLinkState> {
  if (!link) return { state: 'unknown' }
  if (link.status === 'withdrawn') return { state: 'withdrawn' }
  const isOpen = link.status === 'pending' || isOnPaperAlone(link)
  if (!isOpen)
    return { state: isFresh(link.usedAt, now) ? 'already-confirmed' : 'confirmed-before' }
  if (link.usedAt || link.expiresAt <= now) return { state: 'expired' }
  if (!(await mayConfirmThrough(link, now))) return { state: 'closed' }
  const [first, ...others] = waitingForms(link.forms, browserToken)
  if (!first) return { state: 'expired' }
  return { state: 'ready', forms: [first, ...others], rejectToken: deriveToken('disown', link.id) }
}

/** Whether a link was used a moment ago: a second press, a page that was reloaded. */
export function isFresh(usedAt: Date | null, now: Date) {
  return usedAt !== null && now.getTime() - usedAt.getTime() < FRESH_MINUTES * MINUTE_MS
}
