import { rejectRequest } from '#lib/signatures/reject-request.ts'
import { formRoute } from '../../form-route.ts'

/** "It was not me." */
const route = formRoute('/not-me', async ({ locale, form }) => {
  const { outcome } = await rejectRequest(form.get('token'), form.get('noMail') === 'on')
  return { goOn: `/${locale}/not-me/${outcome === 'erased' ? 'erased' : 'not-valid'}` }
})

export const GET = route.GET
export const POST = route.POST
