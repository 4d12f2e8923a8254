'use server'

import { brakeNamed, releaseBrake } from '#lib/moderation/brakes.ts'
import { organiserWhoMay } from '../access.ts'
import { showPage } from '../show-page.ts'

/** Takes a brake off, once somebody has looked at what pulled it. */
export async function releaseBrakeAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const name = brakeNamed(form.get('brake'))
  if (name) await releaseBrake(organiser, name)
  showPage(`/${locale}/organisers`)
}
