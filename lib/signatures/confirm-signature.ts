import { database } from '#lib/database/client.ts'
import { networkHash } from '#lib/security/client-network.ts'
import { confirmForm } from './confirm-together.ts'
import { mailWasWished } from './mail-pace.ts'
import {
  type ConfirmationLinkState,
  findConfirmationLink,
  stateOfLink,
} from './read-confirmation-link.ts'

/**
 * Outcome of confirming. A held signature says confirmed. `form-gone`: the chosen form no longer waits, and
 * nothing was confirmed.
 */
export type ConfirmSignatureOutcome = {
  outcome: 'confirmed' | 'form-gone' | Exclude<ConfirmationLinkState['state'], 'ready'>
}

/** Press of the button: who presses, and for which form among those that wait for an address. */
export type Press = {
  /** The form that she saw and chose; the first of those that wait where she was not asked. */
  formId?: unknown
  /** The secret of the browser that asks. */
  browserToken?: unknown
  /** Network address of who presses. Mail scanners and relays of readers press nothing: they only open pages. */
  clientAddress?: string | undefined
  /** Whether she ticked that she would like the mail of thanks, with links to pass on. */
  wantsThanks?: boolean
}

/**
 * Confirms the signature that a link stands for, with the words of one form that waits for it. Of any
 * number of presses at the same time, one confirms and the others find it confirmed.
 */
export async function confirmSignature(
  token: unknown,
  now = new Date(),
  { formId, browserToken, clientAddress, wantsThanks = false }: Press = {},
): Promise<ConfirmSignatureOutcome> {
  const link = await findConfirmationLink(token, now)
  const state = await stateOfLink(link, now, browserToken)
  if (!link || state.state !== 'ready') return { outcome: outcomeOf(state) }
  const isChosen = typeof formId === 'string'
  const form = isChosen ? state.forms.find(({ id }) => id === formId) : state.forms[0]
  if (!form) return { outcome: 'form-gone' }
  const isFirst = await confirmForm({
    details: form.details,
    signatureId: link.signatureId,
    pressNetworkHash: clientAddress ? networkHash('network', clientAddress) : null,
    now,
  })
  if (isFirst) {
    await mailWasWished(form.details.email)
    if (wantsThanks) await thank(link.signatureId)
    return { outcome: 'confirmed' }
  }
  return { outcome: outcomeOf(await stateOfLink(await findConfirmationLink(token, now), now)) }
}

/** One mail, which she asked for with this very press: the wish is kept nowhere else. */
async function thank(signatureId: string) {
  await database.mail.create({ data: { kind: 'thanks', signatureId } })
}

function outcomeOf({ state }: ConfirmationLinkState) {
  return state === 'ready' ? 'unknown' : state
}
