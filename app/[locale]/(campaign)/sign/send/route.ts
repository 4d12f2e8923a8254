import { registerHandler } from '#lib/process/route-handlers.ts'
import { signFormRoute } from '../sign-form-route.ts'

/** Where the form under the letter is sent. */
const route = signFormRoute({
  page: '#sign',
  again: '/sign/again',
  next: '/sign/check-your-mail',
  isAsking: true,
})

export const GET = route.GET
export const POST = registerHandler('/[locale]/sign/send', route.POST)
