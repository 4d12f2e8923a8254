import { connection } from 'next/server'
import { getMessages } from 'next-intl/server'
import { env } from '#lib/env.ts'
import { readLetter } from '#lib/letter/letter.ts'
import { readTallyIfAble } from '#lib/signatures/tally.ts'
import type { Words } from '#lib/words.ts'
import { LiveTally } from '../../../../../components/letter/LiveTally.tsx'
import { Share } from '../../../../../components/letter/Share.tsx'
import { OutcomePanel } from '../../../../../components/sign/OutcomePanel.tsx'
import { ButtonLink } from '../../../../../components/ui/Button.tsx'
import { CampaignPage } from '../../campaign-page.tsx'
import { knownLocale } from '../../known-locale.ts'
import { unlistedMetadata } from '../../page-metadata.ts'
import { OUTCOME_PAGES, type OutcomePage } from '../outcomes.ts'

type PageProps = { params: Promise<{ locale: string; outcome: OutcomePage }> }

export const dynamicParams = false

export function generateStaticParams() {
  return OUTCOME_PAGES.map(outcome => ({ outcome }))
}

export async function generateMetadata({ params }: PageProps) {
  const { locale, outcome } = await params
  return unlistedMetadata(wordsFor(outcome, (await getMessages({ locale })).confirm).title)
}

/** What came of a confirmation. It shows nothing of the signature: its address is no secret. */
export default async function ConfirmOutcomePage({ params }: PageProps) {
  const { outcome } = await params
  const locale = await knownLocale(params)
  await connection()
  const words = await getMessages({ locale })
  const isSigned = outcome !== 'not-valid'
  const tally = isSigned && (await readTallyIfAble(0))
  return (
    <CampaignPage locale={locale} path={`/confirm/${outcome}`}>
      <OutcomePanel {...wordsFor(outcome, words.confirm)} pulse={isSigned ? 'signature' : 'flat'}>
        {tally && <LiveTally initial={tally} locale={locale} words={words.tally} />}
        {isSigned ? (
          <Share
            url={`${env.SITE_URL}/${locale}`}
            title={readLetter(locale).title}
            words={words.share}
          />
        ) : (
          <ButtonLink href={`/${locale}#sign`}>{words.confirm.notValid.action}</ButtonLink>
        )}
      </OutcomePanel>
    </CampaignPage>
  )
}

function wordsFor(outcome: OutcomePage, words: Words['confirm']) {
  if (outcome === 'confirmed') return words.confirmed
  return outcome === 'already-confirmed' ? words.already : words.notValid
}
