import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'
import { searchKey } from '#lib/text/search-key.ts'
import { mailWasWished } from './mail-pace.ts'
import {
  type ConfirmationLinkState,
  findConfirmationLink,
  findLinkAgain,
  stateOfLink,
} from './read-confirmation-link.ts'
import { replacePaperSignature } from './replace-paper-signature.ts'
import type { SignatureDetails } from './signature-details.ts'
import { moveSignature } from './states.ts'
import { findHoldReasons } from './trust/find-hold-reasons.ts'
import { organisationFacts } from './trust/organisation-facts.ts'

/**
 * What pressing the button of a confirmation link came to. A signature that is held says confirmed.
 * `form-gone`: the form that was chosen no longer waits, and nothing was confirmed.
 */
export type ConfirmSignatureOutcome = {
  outcome: 'confirmed' | 'form-gone' | Exclude<ConfirmationLinkState['state'], 'ready'>
}

/** Which of the forms that wait for an address its owner confirms. */
export type FormChoice = {
  /** The form that she saw and chose; the first of those that wait where she was not asked. */
  formId?: unknown
  /** The secret of the browser that asks. */
  browserToken?: unknown
}

/**
 * Confirms the signature that a link stands for, with the words of one form that waits for it. Of any
 * number of presses at the same time, one confirms and the others find it confirmed.
 */
export async function confirmSignature(
  token: unknown,
  now = new Date(),
  { formId, browserToken }: FormChoice = {},
): Promise<ConfirmSignatureOutcome> {
  const link = await findConfirmationLink(token)
  const state = await stateOfLink(link, now, browserToken)
  if (!link || state.state !== 'ready') return { outcome: outcomeOf(state) }
  const isChosen = typeof formId === 'string'
  const form = isChosen ? state.forms.find(({ id }) => id === formId) : state.forms[0]
  if (!form) return { outcome: 'form-gone' }
  const isFirst = await confirmWith(form.details, link.signatureId, now)
  if (isFirst) {
    mailWasWished(form.details.email)
    return { outcome: 'confirmed' }
  }
  return { outcome: outcomeOf(await stateOfLink(await findLinkAgain(link.id), now)) }
}

function confirmWith(details: SignatureDetails, signatureId: string, now: Date) {
  return database.$transaction(async transaction => {
    const holdReasons = await findHoldReasons(transaction, { ...details, signatureId }, now)
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
      (await replacePaperSignature(transaction, signatureId, given)) ||
      (await moveSignature(transaction, signatureId, move, given))
    if (hasMoved) await closeLinks(transaction, signatureId, now)
    if (hasMoved && holdReasons.length > 0) await tellHeld(transaction, signatureId)
    return hasMoved
  })
}

/** What else was typed with this address goes, and with it the mails that would have asked about it. */
async function closeLinks(transaction: Prisma.TransactionClient, signatureId: string, now: Date) {
  await transaction.confirmationLink.deleteMany({ where: { signatureId, isMailed: false } })
  await transaction.confirmationLink.updateMany({
    where: { signatureId },
    data: { usedAt: now, details: Prisma.DbNull, browserHash: null },
  })
  await transaction.mail.deleteMany({
    where: { signatureId, kind: { in: ['confirm', 'reminder'] }, status: 'waiting' },
  })
}

function tellHeld(transaction: Prisma.TransactionClient, signatureId: string) {
  return transaction.mail.create({ data: { kind: 'held', signatureId } })
}

function outcomeOf({ state }: ConfirmationLinkState) {
  return state === 'ready' ? 'unknown' : state
}
