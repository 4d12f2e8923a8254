'use server'

import { askDelivery, makePackAgain } from '#lib/delivery/ask-delivery.ts'
import { organiserWhoMay } from '../access.ts'
import { idIn } from '../form-values.ts'
import { showPage } from '../show-page.ts'

/** Freezes now, and makes the pack of it. */
export async function askDeliveryAction(locale: string) {
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  await askDelivery(organiser)
  showPage(`/${locale}/organisers/packs`)
}

/** Makes the pack of an earlier snapshot again. */
export async function makePackAgainAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('export-public', locale, { fresh: true })
  const id = idIn(form)
  if (id) await makePackAgain(organiser, id)
  showPage(`/${locale}/organisers/packs`)
}
