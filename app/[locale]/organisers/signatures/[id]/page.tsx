import { notFound } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { ActButtons } from '#components/organisers/signatures/ActButtons.tsx'
import { actsOfPage } from '#components/organisers/signatures/acts.ts'
import { FeatureForm, HoldForm } from '#components/organisers/signatures/DecideForms.tsx'
import { Panel, PanelStack, Panels } from '#components/organisers/signatures/Panels.tsx'
import { TypoForm } from '#components/organisers/signatures/TypoForm.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { LAST_FEATURED_PLACE } from '#lib/moderation/feature-signature.ts'
import { readSignature, type SignatureDetail } from '#lib/moderation/read-signature.ts'
import { REASONS } from '#lib/signatures/filters/filters.ts'
import { countriesIn } from '#lib/text/countries.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { actAction, correctTypoAction } from '../actions.ts'
import { OutcomeNotice } from '../outcome-notice.tsx'
import { Facts } from './facts.tsx'
import { History, Mails } from './history.tsx'
import { Notes } from './notes.tsx'
import { Onlookers } from './onlookers.tsx'
import { Person } from './person.tsx'
import { Trust } from './trust.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.signatures)

/** All that is known of one signature, and what may be done to it. */
export default async function SignaturePage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/signatures/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('see-signatures', locale)
  const detail = await readSignature(organiser, (await params).id)
  if (!detail) notFound()
  const { signature } = detail
  const { signatures: words } = (await getMessages({ locale })).organisers
  const { notice, ask } = await searchParams
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={`/organisers/signatures/${signature.id}`}
      title={signature.name || words.table.nameless}
    >
      <p>
        <a href={`/${locale}/organisers/signatures`}>{words.detail.back}</a>
      </p>
      <OutcomeNotice locale={locale} outcome={notice} />
      <Onlookers locale={locale} organiser={organiser} signatureId={signature.id} />
      <Panels>
        <Panel id="facts" title={words.detail.facts}>
          <Facts locale={locale} signature={signature} />
        </Panel>
        <PanelStack>
          <Panel id="trust" title={words.detail.trust}>
            <Trust locale={locale} detail={detail} />
          </Panel>
          <Panel id="decide" title={words.detail.decide}>
            <Decide locale={locale} detail={detail} />
          </Panel>
          {isCorrectable(detail) && (
            <Panel id="typo" title={words.detail.typo} lead={words.detail.typoLead}>
              <Typo locale={locale} detail={detail} />
            </Panel>
          )}
          <Panel id="person" title={words.person.title} lead={words.person.lead}>
            <Person locale={locale} organiser={organiser} detail={detail} ask={ask} />
          </Panel>
        </PanelStack>
        <PanelStack>
          <Panel id="notes" title={words.notes.title} lead={words.notes.lead}>
            <Notes locale={locale} signatureId={signature.id} notes={detail.notes} />
          </Panel>
          <Panel id="history" title={words.detail.history}>
            <History locale={locale} history={detail.history} />
          </Panel>
          <Panel id="mails" title={words.detail.mails}>
            <Mails locale={locale} mails={detail.mails} />
          </Panel>
        </PanelStack>
      </Panels>
    </ConsolePage>
  )
}

type PartProps = { locale: string; detail: SignatureDetail }

async function Decide({ locale, detail }: PartProps) {
  const { signatures: words } = (await getMessages({ locale })).organisers
  const { signature, contents, reports, trust } = detail
  const read = { id: signature.id, contents }
  const act = actAction.bind(null, locale)
  const acts = actsOfPage({ ...signature, reports }, trust.doubles.length > 0)
  const reasons = REASONS.filter(code => code !== 'by_hand')
  return (
    <>
      <ActButtons signature={read} acts={acts} act={act} name={signature.name} words={words.acts} />
      {signature.status === 'confirmed' && (
        <HoldForm
          signature={read}
          act={act}
          words={words}
          reasons={reasons.map(code => ({ code, name: words.reasons[code] }))}
        />
      )}
      {signature.status === 'confirmed' && signature.isPublic && !signature.isHidden && (
        <FeatureForm
          signature={read}
          act={act}
          words={words}
          place={signature.featuredOrder}
          last={LAST_FEATURED_PLACE}
        />
      )}
    </>
  )
}

async function Typo({ locale, detail }: PartProps) {
  const { form, organisers } = await getMessages({ locale })
  const { id, kind, name, organisation, role, category, country } = detail.signature
  const stored = { id, kind, name, organisation, role, category, country }
  return (
    <TypoForm
      signature={{ ...stored, contents: detail.contents }}
      correct={correctTypoAction.bind(null, locale)}
      countries={countriesIn(locale)}
      categories={readCampaign(locale).categories}
      words={form}
      names={organisers.signatures.detail}
    />
  )
}

function isCorrectable({ signature }: SignatureDetail) {
  return signature.status === 'held' || signature.status === 'confirmed'
}
