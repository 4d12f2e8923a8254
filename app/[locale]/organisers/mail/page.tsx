import { getMessages, getTranslations } from 'next-intl/server'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { FailedMails } from '#components/organisers/mail/FailedMails.tsx'
import { MailTable } from '#components/organisers/mail/MailTable.tsx'
import { RemindForm } from '#components/organisers/mail/RemindForm.tsx'
import { SilentDomains } from '#components/organisers/mail/SilentDomains.tsx'
import { may } from '#lib/access/roles.ts'
import { readFailed } from '#lib/mail/outbox/failed-mails.ts'
import {
  readDailyMailStats,
  readMailDomains,
  readSilentDomains,
} from '#lib/overview/mail/read-mail-health.ts'
import {
  countRemindable,
  REMINDERS_SHOWN_DAYS,
  readReminderEffect,
} from '#lib/overview/mail/remind-now.ts'
import { formatDay } from '#lib/text/messages.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { BrakeNotices } from '../brake-notices.tsx'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { MailNotices } from '../mail-notices.tsx'
import { remindAction, retryFailedMailsAction } from './actions.ts'
import { formatDuration } from './format-duration.ts'
import { OutboxNow } from './outbox-now.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.mail)

/** Whether mails arrive, and what to do where they do not. */
export default async function MailPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/mail'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('watch', locale)
  const { notice } = await searchParams
  const [{ organisers }, format, days, domains, silent, failed] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    readDailyMailStats(),
    readMailDomains(organiser),
    readSilentDomains(),
    readFailed(),
  ])
  const words = organisers.mail
  const formatCount = (count: number) => format.number(count)
  const seesDomains = may(organiser.role, 'see-signatures')
  return (
    <ConsolePage locale={locale} organiser={organiser} section="mail" lead={words.lead}>
      <Notice code={notice} words={words.outcomes} />
      <BrakeNotices locale={locale} organiser={organiser} />
      <MailNotices locale={locale} room={null} />
      {silent.length > 0 && (
        <SilentDomains domains={seesDomains ? silent : []} words={words.silent} />
      )}
      <OutboxNow locale={locale} />
      <FailedMails
        groups={failed.map(group => ({ ...group, mails: formatCount(group.mails) }))}
        retryFailedMails={
          may(organiser.role, 'moderate') ? retryFailedMailsAction.bind(null, locale) : null
        }
        words={words.failed}
      />
      {seesDomains && (
        <p>
          <a href={`/${locale}/organisers/mail/suppressed`}>{words.suppressed.link}</a>
        </p>
      )}
      {may(organiser.role, 'write-to-signatories') && (
        <RemindForm
          count={await countRemindable()}
          effect={await reminderEffect(locale)}
          action={remindAction.bind(null, locale)}
          words={words.remind}
          formatCount={formatCount}
        />
      )}
      <MailTable
        id="days"
        title={words.days}
        first={words.day}
        rows={days.map(day => ({
          name: formatDay(locale, day.day),
          day: day.day,
          counts: day,
          times: [day.medianDeliveryMs, day.medianConfirmMs].map(ms => formatDuration(locale, ms)),
        }))}
        words={words.table}
        formatCount={formatCount}
      />
      <MailTable
        id="domains"
        title={words.domains}
        first={words.domain}
        rows={domains.map(row => ({ name: row.domain ?? words.together, counts: row }))}
        words={words.table}
        formatCount={formatCount}
      />
    </ConsolePage>
  )
}

/** Of those who were reminded, how many confirmed afterwards. */
async function reminderEffect(locale: string) {
  const t = await getTranslations({ locale, namespace: 'organisers.mail' })
  return t('remind.effect', { ...(await readReminderEffect()), days: REMINDERS_SHOWN_DAYS })
}
