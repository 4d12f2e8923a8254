import { Prisma } from '#lib/database/types.ts'
import { hashToken } from '#lib/security/tokens.ts'
import type { FoundLink } from './queries/links.ts'
import { readDetails, type SignatureDetails } from './signature-details.ts'

/** A form that waits for its owner to confirm it. */
export type WaitingForm = {
  id: string
  details: SignatureDetails
  /** Whether the browser that asks sent it. */
  isOfThisBrowser: boolean
  /** Whether none was sent later. */
  isNewest: boolean
}

/**
 * The forms that wait for one address, each content once: first what the asking browser sent, then the
 * newest. The first of them counts unless its owner chooses another.
 * @param browserToken the secret that the browser keeps since it sent its form, if it did.
 */
export function waitingForms(rows: FoundLink['forms'], browserToken: unknown): WaitingForm[] {
  const ownHash = hashToken(browserToken)
  const forms = rows.map(({ id, details, browserHash }, place) => ({
    id,
    details: readDetails(details),
    isOfThisBrowser: ownHash !== null && browserHash === ownHash,
    isNewest: place === 0,
  }))
  return withoutRepeats([
    ...forms.filter(form => form.isOfThisBrowser),
    ...forms.filter(form => !form.isOfThisBrowser),
  ])
}

/** Which forms still wait: used ones, ended ones and those whose words are erased do not. */
export function waitingFor(signatureId: string, now: Date) {
  return {
    signatureId,
    usedAt: null,
    expiresAt: { gt: now },
    details: { not: Prisma.DbNull },
  } satisfies Prisma.ConfirmationLinkWhereInput
}

/** Whether two forms say the same to who reads them: what the site adds to a form is not looked at. */
export function isSameForm(one: SignatureDetails, other: SignatureDetails) {
  return sayingOf(one) === sayingOf(other)
}

function withoutRepeats(forms: WaitingForm[]) {
  const first = new Map<string, WaitingForm>()
  for (const form of forms) {
    const saying = sayingOf(form.details)
    if (!first.has(saying)) first.set(saying, form)
  }
  return [...first.values()]
}

function sayingOf(details: SignatureDetails) {
  const { letterVersion, consentVersion, networkHash, networkRules, ...rest } = details
  const { referrerHost, cameFrom, ...typed } = rest
  return JSON.stringify(Object.entries(typed).sort(([one], [other]) => (one < other ? -1 : 1)))
}
