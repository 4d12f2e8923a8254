import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import { getMessages, getTranslations } from 'next-intl/server'
import { Tally } from '#components/letter/Tally.tsx'
import { OutcomePanel } from '#components/sign/OutcomePanel.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { isSigningOpen } from '#lib/campaign/campaign-cache.ts'
import { confirmationLinkDays } from '#lib/signatures/confirmation-link.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import type { Messages } from '#lib/text/messages.ts'
import { unlistedMetadata } from '../../../page-metadata.ts'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale, knownOutcome } from '../../known-locale.ts'
import { NextStepSection } from '../../next-step-section.tsx'
import { describeLimits } from '../../sign/describe-limits.ts'
import { tallyWords } from '../../tally-words.ts'
import { CodeSection } from '../code-section.tsx'
import { OUTCOME_PAGES, type OutcomePage } from '../outcomes.ts'

/** Outcomes of who has signed; of `confirmed-before` it may be another who opens the link, which was passed on. */
const SIGNED: OutcomePage[] = ['confirmed', 'already-confirmed', 'confirmed-before']

export function generateStaticParams() {
  return OUTCOME_PAGES.map(outcome => ({ outcome }))
}

export async function generateMetadata({ params }: PageProps<'/[locale]/confirm/[outcome]'>) {
  const { locale, ...asked } = await params
  const outcome = knownOutcome(OUTCOME_PAGES, asked.outcome)
  return unlistedMetadata(wordsFor(outcome, (await getMessages({ locale })).confirm).title)
}

/** What came of a confirmation. It shows nothing of the signature: its address is no secret. */
export default async function ConfirmOutcomePage({
  params,
}: PageProps<'/[locale]/confirm/[outcome]'>) {
  const outcome = knownOutcome(OUTCOME_PAGES, (await params).outcome)
  const locale = await knownLocale(params)
  await connection()
  const words = await getMessages({ locale })
  const t = await getTranslations({ locale, namespace: 'confirm' })
  const { title, lead } = wordsFor(outcome, words.confirm)
  const days = confirmationLinkDays()
  const isSigned = SIGNED.includes(outcome)
  const isPassedOn = outcome === 'confirmed-before' && (await isSigningOpen())
  const tally = isSigned && (await readTallyIfAble(0))
  return (
    <CampaignPage
      locale={locale}
      path={`/confirm/${outcome}`}
      hasSigned={isSigned && outcome !== 'confirmed-before'}
    >
      <OutcomePanel
        title={title}
        lead={outcome === 'not-valid' ? t('notValid.lead', { days }) : lead}
        pulse={isSigned ? 'signature' : 'flat'}
      >
        {tally && tally.signatures > 0 && (
          <Tally tally={tally} locale={locale} words={await tallyWords(locale)} />
        )}
        {isPassedOn && (
          <>
            <p>{words.confirm.already.notYou}</p>
            <ButtonLink href={`/${locale}#sign`}>{words.confirm.already.sign}</ButtonLink>
          </>
        )}
        {isSigned ? (
          <NextStepSection locale={locale} tag="thanks" />
        ) : (
          <>
            {outcome === 'not-valid' && (
              <CodeSection locale={locale} title={words.checkMail.code.pageTitle} />
            )}
            {outcome === 'not-valid' && <p>{await describeLimits(locale)}</p>}
            <ButtonLink
              look={outcome === 'not-valid' ? 'quiet' : 'main'}
              href={outcome === 'closed' ? `/${locale}` : `/${locale}#sign`}
            >
              {outcome === 'closed' ? words.problems.back : words.confirm.notValid.action}
            </ButtonLink>
          </>
        )}
      </OutcomePanel>
    </CampaignPage>
  )
}

function wordsFor(outcome: OutcomePage, words: Messages['confirm']) {
  const pages: Record<OutcomePage, { title: string; lead: string }> = {
    confirmed: words.confirmed,
    'already-confirmed': words.already,
    'confirmed-before': words.already,
    withdrawn: words.withdrawn,
    closed: words.closed,
    'not-valid': words.notValid,
  }
  // A page that is made for each request is made for unknown outcomes too.
  return wordFor(pages, outcome) ?? notFound()
}
