import { isConfirmingOpen } from '#lib/campaign/campaign-run.ts'
import { database } from '#lib/database/client.ts'
import { type ConfirmationLink, Prisma } from '#lib/database/types.ts'
import { hashToken } from '#lib/defence/tokens.ts'
import { mailWasWished } from './mail-pace.ts'
import { searchKey } from './search-key.ts'
import { readDetails, type SignatureDetails } from './signature-details.ts'
import { moveSignature } from './states.ts'
import { isOnPaperAlone, takePlaceOfPaper } from './take-place-of-paper.ts'
import { findHoldReasons } from './trust/find-hold-reasons.ts'
import { organisationFacts } from './trust/organisation-facts.ts'

/** What pressing the button of a confirmation link came to. A signature that is held says confirmed. */
export type ConfirmSignatureOutcome = {
  outcome: 'confirmed' | 'already-confirmed' | 'withdrawn' | 'closed' | 'expired' | 'unknown'
}

/** What opening a confirmation link shows; opening changes nothing. */
export type ConfirmationLinkState =
  | { state: 'ready'; details: SignatureDetails }
  | { state: Exclude<ConfirmSignatureOutcome['outcome'], 'confirmed'> }

/**
 * Confirms the signature that a link stands for, with the details that were mailed with that link.
 * Of any number of presses at the same time, one confirms and the others find it confirmed.
 */
export async function confirmSignature(
  token: unknown,
  now = new Date(),
): Promise<ConfirmSignatureOutcome> {
  const link = await findLink(token)
  const state = await stateOf(link, now)
  if (!link || state.state !== 'ready') return { outcome: outcomeOf(state) }
  return confirmByLink(link, state.details, now)
}

/** Reads what a confirmation link would confirm. */
export async function readConfirmationLink(
  token: unknown,
  now = new Date(),
): Promise<ConfirmationLinkState> {
  return stateOf(await findLink(token), now)
}

/** Confirms by a link that was found ready, whether by its token or by its code. */
export async function confirmByLink(
  link: Pick<ConfirmationLink, 'id' | 'signatureId'>,
  details: SignatureDetails,
  now: Date,
): Promise<ConfirmSignatureOutcome> {
  const isFirst = await database.$transaction(async transaction => {
    const claim = { ...details, signatureId: link.signatureId }
    const holdReasons = await findHoldReasons(transaction, claim, now)
    const move = holdReasons.length > 0 ? 'confirmHeld' : 'confirm'
    const given = {
      ...details,
      ...organisationFacts(details),
      holdReasons,
      statementStatus: details.statement ? ('waiting' as const) : ('none' as const),
      searchKey: searchKey(details),
      confirmedAt: now,
    }
    const hasMoved =
      (await takePlaceOfPaper(transaction, link.signatureId, given)) ||
      (await moveSignature(transaction, link.signatureId, move, given))
    if (hasMoved) await closeLinks(transaction, link.signatureId, now)
    if (hasMoved && holdReasons.length > 0) await tellHeld(transaction, link.signatureId)
    return hasMoved
  })
  if (isFirst) mailWasWished(details.email)
  return { outcome: isFirst ? 'confirmed' : await whatCameBetween(link.id, now) }
}

/** What others typed with this address goes, and with it the mails that would have asked about it. */
async function closeLinks(transaction: Prisma.TransactionClient, signatureId: string, now: Date) {
  await transaction.confirmationLink.updateMany({
    where: { signatureId },
    data: { usedAt: now, details: Prisma.DbNull },
  })
  await transaction.mail.deleteMany({
    where: { signatureId, kind: { in: ['confirm', 'reminder'] }, status: 'waiting' },
  })
}

function tellHeld(transaction: Prisma.TransactionClient, signatureId: string) {
  return transaction.mail.create({ data: { kind: 'held', signatureId } })
}

async function whatCameBetween(id: string, now: Date) {
  return outcomeOf(await stateOf(await findLinkWhere({ id }), now))
}

async function findLink(token: unknown) {
  const tokenHash = hashToken(token)
  return tokenHash ? findLinkWhere({ tokenHash }) : null
}

function findLinkWhere(where: { id: string } | { tokenHash: string }) {
  return database.confirmationLink.findUnique({
    where,
    include: { signature: { select: { status: true, paperBatchId: true } } },
  })
}

type FoundLink = NonNullable<Awaited<ReturnType<typeof findLink>>>

async function stateOf(link: FoundLink | null, now: Date): Promise<ConfirmationLinkState> {
  // Between its link and itself, a signature may be deleted: these are two queries.
  if (!link?.signature) return { state: 'unknown' }
  const { status } = link.signature
  if (status === 'withdrawn') return { state: 'withdrawn' }
  const isOpen = status === 'pending' || isOnPaperAlone(link.signature)
  if (!isOpen) return { state: 'already-confirmed' }
  if (link.usedAt || link.expiresAt <= now) return { state: 'expired' }
  return (await isConfirmingOpen(now))
    ? { state: 'ready', details: readDetails(link.details) }
    : { state: 'closed' }
}

function outcomeOf({ state }: ConfirmationLinkState) {
  return state === 'ready' ? 'unknown' : state
}
