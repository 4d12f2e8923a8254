'use server'

import { revalidatePath } from 'next/cache'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { CLIENT_ADDRESS_HEADER } from '#lib/defence/client-address.ts'
import { readForm } from '#lib/signatures/read-form.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'

/** A report, which gets the same thanks whatever comes of it. */
export async function reportNameAction(locale: string, form: FormData) {
  const client = (await headers()).get(CLIENT_ADDRESS_HEADER) ?? ''
  const { outcome } = await reportName(readForm(form), client)
  // Only where a name may have gone: making every page anew for any form would invite a flood of them.
  if (outcome === 'taken') revalidatePath('/', 'layout')
  redirect(`/${locale}/signatories/report/thanks`)
}
