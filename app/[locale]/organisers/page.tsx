import { getFormatter, getMessages, getTranslations } from 'next-intl/server'
import { SIGN_IN_LINK_LIFETIME_MINUTES } from '#lib/organisers/add-organiser.ts'
import { readHeld, readWaitingStatements } from '#lib/organisers/look-at-signatures.ts'
import { readOverview } from '#lib/organisers/overview.ts'
import { readReportedNames } from '#lib/organisers/reported-names.ts'
import { readRetentionRuns } from '#lib/organisers/retention-runs.ts'
import { dayInWords } from '#lib/words.ts'
import { HeldList } from '../../../components/organisers/HeldList.tsx'
import { OverviewTable } from '../../../components/organisers/OverviewTable.tsx'
import { ReportedList } from '../../../components/organisers/ReportedList.tsx'
import { RetentionTable } from '../../../components/organisers/RetentionTable.tsx'
import { StatementList } from '../../../components/organisers/StatementList.tsx'
import { Button } from '../../../components/ui/Button.tsx'
import { Page } from '../../../components/ui/Page.tsx'
import { Section } from '../../../components/ui/Section.tsx'
import { CampaignPage } from '../(campaign)/campaign-page.tsx'
import { knownLocale } from '../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../(campaign)/page-metadata.ts'
import {
  decideReportedAction,
  decideStatementAction,
  releaseAction,
  signOutAction,
} from './actions.ts'
import { currentOrganiser } from './session-cookie.ts'

type PageProps = { params: Promise<{ locale: string }> }

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.title)
}

/** The campaign in one look; without a session, how to get one. */
export default async function OrganisersPage({ params }: PageProps) {
  const locale = await knownLocale(params)
  const [{ organisers: words }, t, format, organiser] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers' }),
    getFormatter({ locale }),
    currentOrganiser(),
  ])
  return (
    <CampaignPage locale={locale} path="/organisers">
      {organiser ? (
        <Page title={words.overview.heading} lead={t('signedInAs', { email: organiser.email })}>
          <OverviewTable
            counts={await readOverview()}
            words={words.overview}
            formatCount={count => format.number(count)}
          />
          <h2>{words.export.heading}</h2>
          <p>{words.export.lead}</p>
          <p>
            <code>npm run export -- --format xlsx --output signatures.xlsx</code>
          </p>
          <form action={signOutAction.bind(null, locale)}>
            <Button type="submit" look="quiet">
              {words.signOut}
            </Button>
          </form>
        </Page>
      ) : (
        <Page title={words.signIn.title}>
          <p>{t('signIn.closed', { minutes: SIGN_IN_LINK_LIFETIME_MINUTES })}</p>
          <p>
            <code>npm run organiser -- add you@example.org</code>
          </p>
        </Page>
      )}
      {organiser && <ToLookAt locale={locale} />}
    </CampaignPage>
  )
}

async function ToLookAt({ locale }: { locale: string }) {
  const [{ organisers: words, report }, format, held, reported, statements, runs] =
    await Promise.all([
      getMessages({ locale }),
      getFormatter({ locale }),
      readHeld(),
      readReportedNames(),
      readWaitingStatements(),
      readRetentionRuns(),
    ])
  return (
    <>
      <Section id="held" title={words.held.title} lead={words.held.lead}>
        <HeldList held={held} release={releaseAction.bind(null, locale)} words={words.held} />
      </Section>
      <Section id="reported" title={words.reported.title} lead={words.reported.lead}>
        <ReportedList
          reported={reported}
          decide={decideReportedAction.bind(null, locale)}
          words={words.reported}
          reasons={report.reasons}
        />
      </Section>
      <Section id="statements" title={words.statements.title} lead={words.statements.lead}>
        <StatementList
          statements={statements}
          decide={decideStatementAction.bind(null, locale)}
          words={words.statements}
        />
      </Section>
      <Section id="retention" title={words.retention.title} lead={words.retention.lead}>
        <RetentionTable
          runs={runs.map(({ id, rule, rows, at }) => ({
            id,
            rule,
            rows: format.number(rows),
            day: dayInWords(locale, at),
          }))}
          words={words.retention}
        />
      </Section>
    </>
  )
}
