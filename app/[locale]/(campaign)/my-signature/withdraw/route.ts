import { revalidatePath } from 'next/cache'
import { withdrawSignature } from '#lib/signatures/self-service/withdraw-signature.ts'
import { formRoute } from '../../form-route.ts'
import { forgetSignatorySession, signatorySessionToken } from '../session-cookie.ts'

/** Withdraws a signature, where its owner has said that she is sure. */
const route = formRoute('/my-signature', async ({ locale, form }) => {
  if (form.get('sure') !== 'on') return { goOn: `/${locale}/my-signature#withdraw` }
  const { outcome } = await withdrawSignature(
    await signatorySessionToken(),
    form.get('noMail') === 'on',
  )
  await forgetSignatorySession()
  if (outcome === 'no-session') return { goOn: `/${locale}/my-signature` }
  // The kept pages of every language are made again before anyone sees them.
  revalidatePath('/', 'layout')
  return { goOn: `/${locale}/my-signature/withdrawn` }
})

export const GET = route.GET
export const POST = route.POST
