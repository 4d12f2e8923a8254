'use server'

import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { findSuppressedKey, liftSuppression } from '#lib/overview/mail/suppressions.ts'
import type { ShortFormState } from '#lib/signatures/short-form-state.ts'
import { consoleAction, consoleFormAction } from '../../console-action.ts'
import { text } from '../../form-values.ts'

/** Looks for exactly one address. It is posted, and its hash shown: no log of addresses gets it. */
export const findSuppressedAction = consoleFormAction(
  'see-signatures',
  z.object({ address: text }),
  async (values, { locale }): Promise<ShortFormState | string> => {
    const { find } = (await getMessages({ locale })).organisers.mail.suppressed
    const found = await findSuppressedKey(values.address)
    if (found.outcome === 'no-address') return { values, error: find.invalid }
    if (found.outcome === 'none') return { values, done: { sentence: find.none } }
    return `mail/suppressed?found=${found.key}`
  },
)

/** Lifts the suppression of a bounced address. */
export const liftSuppressionAction = consoleAction(
  'moderate',
  z.object({ key: text }),
  async ({ key }, { organiser }) => {
    const { outcome } = await liftSuppression(organiser, key)
    return `mail/suppressed?notice=${outcome}`
  },
)
