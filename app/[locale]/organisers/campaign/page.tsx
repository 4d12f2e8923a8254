import { getMessages, getTranslations } from 'next-intl/server'
import { CampaignDates } from '#components/organisers/campaign/CampaignDates.tsx'
import { CampaignMoves } from '#components/organisers/campaign/CampaignMoves.tsx'
import { PreviewLink } from '#components/organisers/campaign/PreviewLink.tsx'
import { RulesForm } from '#components/organisers/campaign/RulesForm.tsx'
import { SiteNoticeForm } from '#components/organisers/campaign/SiteNoticeForm.tsx'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import { type CampaignRun, readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { previewToken } from '#lib/campaign/preview-link.ts'
import { movesFrom, stateAt } from '#lib/campaign/states.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { env } from '#lib/env/env.ts'
import { BROADCAST_MAILS_PER_HOUR, readSettings, type Settings } from '#lib/settings/settings.ts'
import type { Messages } from '#lib/text/messages.ts'
import { localTime } from '#lib/time/zoned-time.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import {
  moveCampaignAction,
  renewPreviewLinkAction,
  saveRulesAction,
  scheduleCampaignAction,
  writeSiteNoticeAction,
} from './actions.ts'
import { ErasureSection } from './erasure-section.tsx'
import { GoalSection } from './goal-section.tsx'
import { moveFields } from './move-fields.tsx'
import { noteFields } from './note-fields.ts'
import { PauseNotesSection } from './pause-notes-section.tsx'

type Query = Record<string, string | string[] | undefined>
export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.campaign)

/** Where the campaign stands, what it does by itself, and what takes a second organiser. */
export default async function CampaignPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/campaign'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('run-campaign', locale)
  const query = await searchParams
  const [{ organisers }, run, settings] = await Promise.all([
    getMessages({ locale }),
    readCampaignRun(),
    readSettings(),
  ])
  const words = organisers.campaign
  const state = stateAt(run, new Date())
  return (
    <ConsolePage locale={locale} organiser={organiser} section="campaign" lead={words.lead}>
      <Notice code={query.notice} words={words.outcomes} />
      <CampaignMoves
        state={state}
        coming={await comingDates(locale, run)}
        moves={movesFrom(state)}
        fields={await moveFields(locale, run, query)}
        action={moveCampaignAction.bind(null, locale)}
        words={words}
      />
      {state !== 'closed' && (
        <CampaignDates
          {...(await datesSoFar(locale, run, query))}
          opens={state === 'preview' ? 'preview' : state === 'paused' ? 'pause' : null}
          action={scheduleCampaignAction.bind(null, locale)}
          words={words.dates}
        />
      )}
      {state === 'preview' && (
        <PreviewLink
          link={`${env.SITE_URL}/${locale}/preview?token=${previewToken(run)}`}
          renew={renewPreviewLinkAction.bind(null, locale)}
          words={words.preview}
          copy={organisers.copy}
        />
      )}
      <ErasureSection locale={locale} />
      {state === 'paused' && <PauseNotesSection locale={locale} run={run} query={query} />}
      <SiteNoticeForm
        notes={await siteNotices(locale, run, query)}
        isShown={query.shows === undefined ? run.showsNotice : query.shows === 'on'}
        action={writeSiteNoticeAction.bind(null, locale)}
        words={words.site}
      />
      <GoalSection locale={locale} goal={settings.goal} query={query} />
      <RulesForm
        settings={settings}
        mailsPerHour={await mailsPerHour(locale, settings, query)}
        action={saveRulesAction.bind(null, locale)}
        words={words.rules}
      />
    </ConsolePage>
  )
}

async function siteNotices(locale: string, run: CampaignRun, query: Query) {
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  return noteFields(locale, query, {
    kind: 'site',
    kept: run.siteNotices,
    label: language => t('site.label', { language }),
    required: t('site.required'),
  })
}

/** The sentence that takes the place of the form once the date has closed signing. */
async function closingNotes(locale: string, run: CampaignRun, query: Query) {
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  return noteFields(locale, query, {
    kind: 'scheduled',
    kept: run.closingNotes,
    label: language => t('closing.scheduled', { language }),
    required: t('notes.required'),
  })
}

/** The field of the pace: what stands, or what was typed and may not be. */
async function mailsPerHour(locale: string, { broadcastMailsPerHour }: Settings, query: Query) {
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  const { mailsPerHour: typed } = query
  const isRefused = typeof typed === 'string'
  return {
    value: isRefused ? typed : String(broadcastMailsPerHour),
    error: isRefused ? t('rules.mailsPerHourError', BROADCAST_MAILS_PER_HOUR) : undefined,
    hint: t('rules.mailsPerHourHint'),
  }
}

/** A sentence for each date that is still to come. */
async function comingDates(locale: string, { state, opensAt, closesAt }: CampaignRun) {
  const [t, format] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.campaign' }),
    formatterIn(locale),
  ])
  const isToCome = (date: Date | null) => date !== null && date > new Date()
  const said = (date: Date) => format.dateTime(date, { dateStyle: 'full', timeStyle: 'long' })
  return [
    ...(opensAt && isToCome(opensAt)
      ? [t(`dates.coming.${state === 'paused' ? 'resumes' : 'opens'}`, { date: said(opensAt) })]
      : []),
    ...(closesAt && isToCome(closesAt) ? [t('dates.coming.closes', { date: said(closesAt) })] : []),
  ]
}

/** What the fields for dates hold: what was typed and refused, or what is set. */
async function datesSoFar(locale: string, run: CampaignRun, query: Query) {
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  const { faults }: Messages['organisers']['campaign']['dates'] = (await getMessages({ locale }))
    .organisers.campaign.dates
  const field = (name: 'opensAt' | 'closesAt') => {
    const date = run[name]
    const typed = query[name]
    const code = query[`${name}Fault`]
    return {
      value: typeof typed === 'string' ? typed : date ? localTime(date, timeZone()) : '',
      error: wordFor(faults, code),
    }
  }
  const now = localTime(new Date(), timeZone()).slice(11)
  return {
    lead: t('dates.lead', { timeZone: timeZone(), now }),
    opensAt: field('opensAt'),
    closesAt: field('closesAt'),
    notes: await closingNotes(locale, run, query),
  }
}
