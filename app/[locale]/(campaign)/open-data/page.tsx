import { getMessages } from 'next-intl/server'
import { CodeLine } from '#components/sharing/CodeLine.tsx'
import styles from '#components/sharing/DataSources.module.css'
import { DataSources } from '#components/sharing/DataSources.tsx'
import { Page } from '#components/ui/Page.tsx'
import { Section } from '#components/ui/Section.tsx'
import { env } from '#lib/env/env.ts'
import { listedPage } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'

const SOURCES = [
  ['tally', '/api/tally'],
  ['daily', '/api/daily.csv'],
  ['signatories', '/api/signatories'],
  ['signatoriesCsv', '/api/signatories.csv'],
  ['snapshots', '/api/snapshots'],
  ['openapi', '/api/openapi.json'],
] as const

export const generateMetadata = listedPage('/open-data', ({ openData: { title, lead } }) => ({
  title,
  description: lead,
}))

/** What programs, journalists and researchers may read, and what they may do with it. */
export default async function OpenDataPage({ params }: PageProps<'/[locale]/open-data'>) {
  const locale = await knownLocale(params)
  const { openData: words } = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path="/open-data">
      <Page title={words.title} lead={words.lead}>
        <h2>{words.sources.title}</h2>
        <DataSources sources={SOURCES.map(([name, path]) => ({ path, ...words.sources[name] }))} />
      </Page>
      <Section id="use" title={words.use.title} lead={words.use.lead} hasPulse>
        <CodeLine
          id="command"
          label={words.use.command}
          code={`curl -fsSL ${env.SITE_URL}/api/tally`}
        />
        <CodeLine
          id="script"
          label={words.use.script}
          code={`const tally = await fetch('${env.SITE_URL}/api/tally').then(answer => answer.json())`}
        >
          {words.use.scriptNote}
        </CodeLine>
      </Section>
      <Section id="terms" title={words.terms.title} lead={words.terms.lead}>
        <div className={styles.terms}>
          <p>
            {words.terms.numbers}{' '}
            <a href={words.terms.licenceAddress} hrefLang={locale}>
              {words.terms.licence}
            </a>
          </p>
          <p>{words.terms.names}</p>
          <p>{words.terms.may}</p>
          <p>{words.terms.mayNot}</p>
          <p>{words.terms.copies}</p>
        </div>
      </Section>
    </CampaignPage>
  )
}
