import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { structuredData } from '#lib/sharing/structured-data.ts'

type LetterFactsProps = { locale: string; signatures: number | null }

/** What search engines read of the letter. Data, not a program: nothing runs it. */
export function LetterFacts({ locale, signatures }: LetterFactsProps) {
  const { title, description, date } = readLetter(locale)
  const data = structuredData({
    type: 'Article',
    url: `${env.SITE_URL}/${locale}`,
    title,
    description,
    language: locale,
    date,
    organisation: readCampaign(locale).organisation,
    image: `${env.SITE_URL}/${locale}/social-image`,
    signatures,
  })
  return <script type="application/ld+json">{data}</script>
}
