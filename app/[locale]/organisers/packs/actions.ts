'use server'

import { z } from 'zod'
import { askDelivery, makePackAgain } from '#lib/delivery/ask-delivery.ts'
import { organiserWhoMay } from '../access.ts'
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
  const id = z.uuid().safeParse(form.get('id'))
  if (id.success) await makePackAgain(organiser, id.data)
  showPage(`/${locale}/organisers/packs`)
}
