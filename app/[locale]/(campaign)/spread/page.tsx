import { getMessages, getTranslations } from 'next-intl/server'
import { Share } from '#components/letter/Share.tsx'
import { CodeLine } from '#components/sharing/CodeLine.tsx'
import { QrCode } from '#components/sharing/QrCode.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'
import { embedLines } from '#lib/sharing/embed-lines.ts'
import { qrPath } from '#lib/sharing/qr-code.ts'
import { withTag } from '#lib/sharing/share-links.ts'
import { listedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'

export const generateMetadata = listedPage('/spread', ({ spread: { title, lead } }) => ({
  title,
  description: lead,
}))

/** Every way to pass the letter on: to a person, on paper, on one's own site. */
export default async function SpreadPage({ params }: PageProps<'/[locale]/spread'>) {
  const locale = await knownLocale(params)
  const [{ spread: words, share }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'spread.elsewhere' }),
  ])
  const letter = readLetter(locale)
  const url = `${env.SITE_URL}/${locale}`
  const lines = embedLines({
    site: env.SITE_URL,
    locale,
    title: letter.title,
    badgeAlt: t('badgeAlt', { title: letter.title }),
  })
  return (
    <CampaignPage locale={locale} path="/spread">
      <Page title={words.title} lead={words.lead}>
        <h2>{words.share.title}</h2>
        <Share
          url={url}
          title={letter.title}
          texts={readCampaign(locale).sharing.reader}
          words={share}
        />
      </Page>
      <Section id="paper" title={words.paper.title} lead={words.paper.lead} hasPulse>
        <QrCode {...qrPath(withTag(url, 'qr'))} label={words.paper.qrAlt} />
        <p>
          <a href={`/${locale}/poster.pdf`}>{words.paper.poster}</a>
        </p>
        <p>
          <a href={`/${locale}/qr.svg`} download>
            {words.paper.qr}
          </a>
        </p>
      </Section>
      <Section id="elsewhere" title={words.elsewhere.title} lead={words.elsewhere.lead}>
        <CodeLine id="frame-line" label={words.elsewhere.frame} code={lines.frame} />
        <CodeLine id="form-line" label={words.elsewhere.form} code={lines.form}>
          {words.elsewhere.formNote}
        </CodeLine>
        <CodeLine id="badge-line" label={words.elsewhere.badge} code={lines.badge} />
      </Section>
      <Section id="data" title={words.data.title} lead={words.data.lead}>
        <p>
          <a href={`/${locale}/open-data`}>{words.data.link}</a>
        </p>
      </Section>
    </CampaignPage>
  )
}
