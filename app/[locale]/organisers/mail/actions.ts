'use server'

import { z } from 'zod'
import { remindNow } from '#lib/overview/mail/remind-now.ts'
import { sendAgain } from '#lib/overview/mail/send-again.ts'
import { organiserWhoMay } from '../access.ts'
import { showPage } from '../show-page.ts'

const group = z.object({
  status: z.enum(['failed', 'unknown']),
  code: z.string().regex(/^[a-z0-9_]{0,60}$/),
})

/** Puts the mails that came to one end back into the outbox. */
export async function sendAgainAction(locale: string, form: FormData) {
  const organiser = await organiserWhoMay('moderate', locale)
  const { data } = group.safeParse({ status: form.get('status'), code: form.get('code') })
  const sent = data ? await sendAgain(organiser, data) : 0
  const said = sent > 0 ? 'again' : 'nothing'
  showPage(`/${locale}/organisers/mail?said=${said}`)
}

/** Reminds those who did not confirm. */
export async function remindAction(locale: string) {
  const organiser = await organiserWhoMay('write-to-signatories', locale)
  const said = (await remindNow(organiser)) > 0 ? 'reminded' : 'nobody'
  showPage(`/${locale}/organisers/mail?said=${said}`)
}
