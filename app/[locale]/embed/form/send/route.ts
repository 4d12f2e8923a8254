import { signFormRoute } from '../../../(campaign)/sign/sign-form-route.ts'

/** The same form in a frame of another site: the next step stays in the frame. */
const route = signFormRoute({
  page: '/embed/form',
  again: '/embed/form/again',
  next: '/embed/sent',
})

export const GET = route.GET
export const POST = route.POST
