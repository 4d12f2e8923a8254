import { getMessages } from 'next-intl/server'
import { directionOf } from '#lib/content/direction.ts'
import { look } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { badge } from '#lib/sharing/badge.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { readTallyIfAble, TALLY_LIFETIME_SECONDS } from '#lib/signatures/tally.ts'
import { describeCount } from '#components/letter/tally-counts.ts'

export const dynamic = 'force-dynamic'

/** The number of signatures as a picture for other sites. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/badge.svg'>) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const [{ tally: words }, tally] = await Promise.all([getMessages({ locale }), readTallyIfAble()])
  if (!tally) return new Response(null, { status: 503, headers: { 'Retry-After': '10' } })
  const count = describeCount(locale, currentVersionCounts(tally).signatures, words.signatures)
  const direction = directionOf(locale)
  const picture = badge({ label: readLetter(locale).title, count, direction, look: look() })
  return new Response(picture, {
    headers: {
      'Content-Type': 'image/svg+xml; charset=utf-8',
      ...freshnessOf(picture, TALLY_LIFETIME_SECONDS),
    },
  })
}
