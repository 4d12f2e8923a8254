import { getMessages } from 'next-intl/server'
import { countWord, formatCount } from '#components/letter/tally-counts.ts'
import { readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import { CAMPAIGN_STATES, stateAt } from '#lib/campaign/states.ts'
import { directionOf } from '#lib/content/direction.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { embedFrame } from '#lib/sharing/embed-frame.ts'
import { withTag } from '#lib/sharing/share-links.ts'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { readTallyIfAble, TALLY_LIFETIME_SECONDS } from '#lib/signatures/tally.ts'

export const dynamic = 'force-dynamic'

/** The tally and a button, for a frame on somebody else's site. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/embed'>) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const [words, tally, run] = await Promise.all([
    getMessages({ locale }),
    readTallyIfAble(),
    readCampaignRunIfAble(),
  ])
  const signatures = tally ? currentVersionCounts(tally).signatures : 0
  const letter = withTag(`${env.SITE_URL}/${locale}`, 'embed')
  const state = stateAt(run, new Date())
  const { maySign } = CAMPAIGN_STATES[state]
  const page = embedFrame({
    locale,
    direction: directionOf(locale),
    title: readLetter(locale).title,
    count: signatures
      ? {
          number: formatCount(locale, signatures),
          noun: countWord(locale, signatures, words.tally.signatures),
        }
      : undefined,
    sign: maySign ? { href: `${letter}#sign`, label: words.site.sign } : null,
    closed: state === 'closed' ? words.form.closed.heading : undefined,
    read: { href: letter, label: words.embed.read },
  })
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': `public, max-age=${TALLY_LIFETIME_SECONDS}, s-maxage=${TALLY_LIFETIME_SECONDS}`,
    },
  })
}
