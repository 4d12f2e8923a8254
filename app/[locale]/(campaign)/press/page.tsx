import { getMessages, getTranslations } from 'next-intl/server'
import { PressKit } from '#components/letter/PressKit.tsx'
import { Prose } from '#components/letter/Prose.tsx'
import { Page } from '#components/ui/Page.tsx'
import { look } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { lookSheetHref } from '#lib/content/look-sheet.ts'
import { readPage } from '#lib/content/page.ts'
import { pressDrawing } from '#lib/sharing/look-pictures.ts'
import { currentVersionCounts } from '#lib/signatures/current-version-counts.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import { formatDay, readMessages } from '#lib/text/messages.ts'
import { pageMetadata } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { SigningCall } from '../signing-call.tsx'
import { countApart } from '../versions/count-apart.ts'

const PATH = '/press'

// Seconds: TALLY_LIFETIME_SECONDS. Next wants a literal here.
export const revalidate = 10

export async function generateMetadata({ params }: PageProps<'/[locale]/press'>) {
  const { title, description } = readPage('press', (await params).locale)
  return pageMetadata((await params).locale, PATH, { title, description })
}

/** For those who write of the letter: its facts, today's figures, its text and its pictures. */
export default async function PressPage({ params }: PageProps<'/[locale]/press'>) {
  const { locale } = await params
  const [words, t, tally] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'press' }),
    readTallyIfAble(),
  ])
  const { title, description, blocks } = readPage('press', locale)
  return (
    <CampaignPage locale={locale} path={PATH}>
      <Page title={title} lead={description}>
        <PressKit
          tally={tally && currentVersionCounts(tally)}
          apart={await countApart(locale, tally)}
          countedOn={tally ? t('countedOn', { day: formatDay(locale, tally.asOf) }) : undefined}
          texts={languages().map(language => ({
            locale: language,
            name: readMessages(language).site.languageName,
            files: [
              { href: `/${language}/press/letter.pdf`, kind: words.press.kinds.pdf },
              { href: `/${language}/press/letter`, kind: words.press.kinds.text },
            ],
          }))}
          pictures={pictures()}
          pictured={look().drawing === 'own' ? words.press.ownPicture : words.press.picture}
          locale={locale}
          words={{ ...words.press, counts: words.tally }}
        />
        <Prose blocks={blocks} words={words.pages} />
      </Page>
      <SigningCall locale={locale} />
    </CampaignPage>
  )
}

/** The drawing as files: of public/press for the letter that ships, drawn for any other. */
function pictures() {
  if (!pressDrawing()) return []
  const base = lookSheetHref() ? '/look/press' : '/press/pulse'
  return ['svg', 'png'].map(kind => ({ href: `${base}.${kind}`, kind: kind.toUpperCase() }))
}
