import { stopBroadcasts } from '#lib/signatures/stop-broadcasts.ts'
import { formRoute } from '../../form-route.ts'

/** "No more news", by the button of the page. */
const route = formRoute('/unsubscribe', async ({ locale, form }) => {
  const { outcome } = await stopBroadcasts(Object.fromEntries(form), 'page')
  return { goOn: `/${locale}/unsubscribe/${outcome === 'unknown' ? 'not-valid' : 'done'}` }
})

export const GET = route.GET
export const POST = route.POST
