import { revalidatePath } from 'next/cache'
import { readForm } from '#lib/signatures/read-form.ts'
import { reportName } from '#lib/signatures/trust/report-name.ts'
import { formRoute } from '../../../form-route.ts'

/** A report, which gets the same thanks whatever comes of it. */
const route = formRoute('/signatories', async ({ locale, form, client }) => {
  const { outcome } = await reportName(readForm(form), client)
  // Only where a name may have gone: making every page anew for any form would invite a flood of them.
  if (outcome === 'taken') revalidatePath('/', 'layout')
  return { goOn: `/${locale}/signatories/report/thanks` }
})

export const GET = route.GET
export const POST = route.POST
