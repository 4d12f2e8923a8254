'use server'

import { redirect } from 'next/navigation'
import { stopUpdates } from '#lib/signatures/stop-updates.ts'

/** "No more updates", by the button of the page. */
export async function unsubscribeAction(locale: string, form: FormData) {
  const { outcome } = await stopUpdates(Object.fromEntries(form), 'page')
  redirect(`/${locale}/unsubscribe/${outcome === 'unknown' ? 'not-valid' : 'done'}`)
}
