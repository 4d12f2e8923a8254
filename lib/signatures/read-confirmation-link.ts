import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import { deriveToken, hashToken } from '#lib/security/tokens.ts'
import { isOnPaperAlone } from './replace-paper-signature.ts'
import { readWaitingForms, type WaitingForm } from './waiting-forms.ts'

/** What opening a confirmation link shows; opening changes nothing. */
export type ConfirmationLinkState =
  | ReadyLink
  | { state: 'already-confirmed' | 'withdrawn' | 'closed' | 'expired' | 'unknown' }

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
  return stateOfLink(await findConfirmationLink(token), now, browserToken)
}

/** The link of a token; null for none. */
export async function findConfirmationLink(token: unknown) {
  const tokenHash = hashToken(token)
  return tokenHash ? findLinkWhere({ tokenHash }) : null
}

/** The link of an id, as it is now; null when it went with its signature. */
export function findLinkAgain(id: string) {
  return findLinkWhere({ id })
}

function findLinkWhere(where: { id: string } | { tokenHash: string }) {
  return database.confirmationLink.findUnique({
    where,
    include: { signature: { select: { status: true, paperBatchId: true } } },
  })
}

type FoundLink = NonNullable<Awaited<ReturnType<typeof findConfirmationLink>>>

/** Where the signature of a link stands, and which forms wait for it. */
export async function stateOfLink(
  link: FoundLink | null,
  now: Date,
  browserToken?: unknown,
): Promise<ConfirmationLinkState> {
  // Between its link and itself, a signature may be deleted: these are two queries.
  if (!link?.signature) return { state: 'unknown' }
  const { status } = link.signature
  if (status === 'withdrawn') return { state: 'withdrawn' }
  const isOpen = status === 'pending' || isOnPaperAlone(link.signature)
  if (!isOpen) return { state: 'already-confirmed' }
  if (link.usedAt || link.expiresAt <= now) return { state: 'expired' }
  if (!(await isConfirmingOpen(now))) return { state: 'closed' }
  const [first, ...others] = await readWaitingForms(link.signatureId, browserToken, now)
  if (!first) return { state: 'expired' }
  return { state: 'ready', forms: [first, ...others], rejectToken: deriveToken('disown', link.id) }
}
