import type { ConfirmSignatureOutcome } from '#lib/signatures/confirm-signature.ts'

/** Last parts of the addresses that say what came of a confirmation. */
export const OUTCOME_PAGES = [
  'confirmed',
  'already-confirmed',
  'confirmed-before',
  'withdrawn',
  'closed',
  'not-valid',
] as const

export type OutcomePage = (typeof OUTCOME_PAGES)[number]

/** An expired link and an unknown one get the same page: neither tells whether it ever existed. */
export function outcomePath(
  locale: string,
  outcome: Exclude<ConfirmSignatureOutcome['outcome'], 'form-gone'>,
) {
  const isNeutral = outcome === 'expired' || outcome === 'unknown'
  const page: OutcomePage = isNeutral ? 'not-valid' : outcome
  return `/${locale}/confirm/${page}`
}

/** The page of a link, which shows what it would confirm. */
export function confirmPath(locale: string, token: unknown) {
  return `/${locale}/confirm?token=${encodeURIComponent(String(token))}`
}
