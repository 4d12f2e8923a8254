import { revalidatePath } from 'next/cache'
import { confirmAddress } from '#lib/signatures/self-service/confirm-address.ts'
import { formRoute } from '../../../form-route.ts'

/** The button behind the link of either mail. */
const route = formRoute('/my-signature', async ({ locale, form }) => {
  const { outcome } = await confirmAddress(form.get('token'))
  // An organisation's domain may be proved no longer, or now.
  if (outcome === 'changed') revalidatePath('/', 'layout')
  return { goOn: `/${locale}/my-signature/address-${outcome}` }
})

export const GET = route.GET
export const POST = route.POST
