import { getMessages } from 'next-intl/server'
import { countWord, formatCount } from '#components/letter/tally-counts.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { currentPicture } from '#lib/sharing/current-picture.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'

export const dynamic = 'force-dynamic'

const MAX_AGE_SECONDS = 300

/** The picture that services show with a link to the letter, with the tally. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/social-image'>) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const [words, tally] = await Promise.all([getMessages({ locale }), readTallyIfAble()])
  const signatures = tally ? currentVersionCounts(tally).signatures : 0
  const picture = await currentPicture({
    language: locale,
    ...words.spread.picture,
    title: readLetter(locale).title,
    count: signatures
      ? {
          number: formatCount(locale, signatures),
          noun: countWord(locale, signatures, words.tally.signatures),
        }
      : null,
  })
  return new Response(new Uint8Array(picture), {
    headers: {
      'Content-Type': 'image/png',
      ...freshnessOf(picture, MAX_AGE_SECONDS),
    },
  })
}
