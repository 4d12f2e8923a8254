'use server'

import { getMessages } from 'next-intl/server'
import { findSuppressedKey, liftSuppression } from '#lib/overview/mail/suppressions.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { organiserWhoMay } from '../../access.ts'
import { textOf } from '../../form-values.ts'
import { showPage } from '../../show-page.ts'

/** Looks for exactly one address. It is posted, and its hash shown: no log of addresses gets it. */
export async function findSuppressedAction(
  locale: string,
  _previous: ShortFormState,
  form: FormData,
): Promise<ShortFormState> {
  await organiserWhoMay('see-signatures', locale)
  const { find } = (await getMessages({ locale })).organisers.mail.suppressed
  const values = { address: textOf(form, 'address') }
  const found = await findSuppressedKey(values.address)
  if (found.outcome === 'no-address') return { values, error: find.invalid }
  if (found.outcome === 'none') return { values, done: { sentence: find.none } }
  showPage(`/${locale}/organisers/mail/suppressed?found=${found.key}`)
}

/** Writes to an address again that bounced. */
export async function liftSuppressionAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const { outcome } = await liftSuppression(organiser, textOf(form, 'key'))
  showPage(`/${locale}/organisers/mail/suppressed?said=${outcome}`)
}
