import { confirmSignature } from '#lib/signatures/confirm-signature.ts'
import { forgetRules } from '#lib/signatures/rules/active-rules.ts'
import { emptyDatabase } from '../database/empty-database.ts'
import { deliverMails, tokenIn } from '../fakes/transport.ts'
import { details } from './signatories.ts'

/** A domain of which robots sign. */
export const FARM = 'farm.example'

export function robot(place: number) {
  return details({ name: `Robot ${place}`, email: `robot.${place}@${FARM}` })
}

/** No signature, and no rule that this process still knows of: for `beforeEach`. */
export async function beforeAnyRule() {
  await emptyDatabase()
  forgetRules()
}

/** Opens the mail of who has just signed, and presses. */
export async function confirmLast(now = new Date()) {
  return confirmSignature(tokenIn((await deliverMails()).at(-1)), now)
}
