import { notFound } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { Panel, PanelStack, Panels } from '#components/organisers/signatures/Panels.tsx'
import { isCorrectable } from '#lib/moderation/correct-typo.ts'
import { findNeighbours } from '#lib/moderation/find-neighbours.ts'
import { readSignature } from '#lib/moderation/read-signature.ts'
import { queryOf, readTableQuery } from '#lib/signatures/filters/filters.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import type { PANELS } from '../after-deciding.ts'
import { OutcomeNotice } from '../outcome-notice.tsx'
import { Decide } from './decide.tsx'
import { Facts } from './facts.tsx'
import { History, Mails } from './history.tsx'
import { Notes } from './notes.tsx'
import { Onlookers } from './onlookers.tsx'
import { Person } from './person.tsx'
import { Trust } from './trust.tsx'
import { Typo } from './typo.tsx'
import { WayInSearch } from './way-in-search.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.signatures)

/** All that is known of one signature, and what may be done to it; its address keeps the search that led here. */
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
  const asked = await searchParams
  const query = readTableQuery(asked)
  const neighbours = await findNeighbours(query, { at: signature.submittedAt, id: signature.id })
  const room = `/${locale}/organisers/signatures`
  const outcomeIn = (panel: (typeof PANELS)[number]) =>
    asked.panel === panel && <OutcomeNotice locale={locale} outcome={asked.notice} />
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="signatures"
      path={`/organisers/signatures/${signature.id}${queryOf(query)}`}
      title={signature.name || words.table.nameless}
    >
      <WayInSearch
        id={signature.id}
        room={room}
        query={query}
        neighbours={neighbours}
        words={words}
      />
      {typeof asked.about === 'string' && (
        <OutcomeNotice
          locale={locale}
          outcome={asked.notice}
          href={`${room}/${encodeURIComponent(asked.about)}${queryOf(query)}`}
        />
      )}
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
            {outcomeIn('decide')}
            <Decide locale={locale} detail={detail} query={query} hasNext={!!neighbours.next} />
          </Panel>
          {isCorrectable(signature) && (
            <Panel
              id="typo"
              title={words.detail.typo}
              lead={
                signature.status === 'pending' ? words.detail.typoPending : words.detail.typoLead
              }
            >
              {outcomeIn('typo')}
              <Typo locale={locale} detail={detail} query={query} />
            </Panel>
          )}
          <Panel id="person" title={words.person.title} lead={words.person.lead}>
            {outcomeIn('person')}
            <Person
              locale={locale}
              organiser={organiser}
              detail={detail}
              ask={asked.ask}
              query={query}
            />
          </Panel>
        </PanelStack>
        <PanelStack>
          <Panel id="notes" title={words.notes.title} lead={words.notes.lead}>
            {outcomeIn('notes')}
            <Notes locale={locale} signatureId={signature.id} notes={detail.notes} query={query} />
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
