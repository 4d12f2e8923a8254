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

/** Form to confirm, among those that wait for an address. */
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
  const link = await findConfirmationLink(token, now)
  const state = stateOfLink(link, now, browserToken)
  if (!link || state.state !== 'ready') return { outcome: outcomeOf(state) }
  const isChosen = typeof formId === 'string'
  const form = isChosen ? state.forms.find(({ id }) => id === formId) : state.forms[0]
  if (!form) return { outcome: 'form-gone' }
  const isFirst = await confirmForm({ details: form.details, signatureId: link.signatureId, now })
  if (isFirst) {
    await mailWasWished(form.details.email)
    return { outcome: 'confirmed' }
  }
  return { outcome: outcomeOf(stateOfLink(await findConfirmationLink(token, now), now)) }
}

function outcomeOf({ state }: ConfirmationLinkState) {
  return state === 'ready' ? 'unknown' : state
}
