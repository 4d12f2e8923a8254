import { getMessages, getTranslations } from 'next-intl/server'
import { SendBroadcast } from '#components/organisers/broadcasts/SendBroadcast.tsx'
import { countRecipients } from '#lib/broadcasts/count-recipients.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { subjectOf } from '#lib/broadcasts/revision.ts'
import { languages } from '#lib/content/languages.ts'
import { readSettings } from '#lib/settings/settings.ts'
import { readMessages } from '#lib/text/messages.ts'
import { formatterIn } from '../../formatter.ts'
import {
  askToStartAction,
  discardBroadcastAction,
  startBroadcastAction,
  testBroadcastAction,
} from '../actions.ts'
import { describeFrequency } from '../describe-frequency.ts'
import { TextSection } from './text-section.tsx'

type DraftSectionsProps = {
  locale: string
  broadcast: ShownBroadcast
  /** Where a test goes. */
  email: string
}

/** The draft's form, and what it takes to send it. */
export async function DraftSections({ locale, broadcast, email }: DraftSectionsProps) {
  const [{ organisers }, t, settings] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.broadcasts' }),
    readSettings(),
  ])
  return (
    <>
      <TextSection locale={locale} broadcast={broadcast} />
      <SendBroadcast
        id={broadcast.id}
        subject={subjectOf(broadcast).subject}
        facts={[
          ...(broadcast.privacyVersion ? [organisers.broadcasts.privacy.fact] : []),
          ...(await describeRecipients(locale, broadcast, settings.broadcastMailsPerHour)),
          await describeFrequency(locale),
        ]}
        needsApproval={settings.broadcastsNeedApproval}
        test={{
          action: testBroadcastAction.bind(null, locale),
          hint: t('send.testHint', { email }),
        }}
        start={startBroadcastAction.bind(null, locale)}
        ask={askToStartAction.bind(null, locale)}
        discard={discardBroadcastAction.bind(null, locale)}
        words={organisers.broadcasts.send}
      />
    </>
  )
}

/** How many get it, in which languages, and how long that takes. */
async function describeRecipients(locale: string, broadcast: ShownBroadcast, mailsPerHour: number) {
  const [t, format, { total, byLanguage }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers.broadcasts' }),
    formatterIn(locale),
    countRecipients(broadcast),
  ])
  const parts = byLanguage.map(row =>
    t('send.ofLanguage', { language: nameOf(row.locale), count: format.number(row.count) }),
  )
  const minutes = Math.max(1, Math.ceil((total / mailsPerHour) * 60))
  return [
    [t('send.recipients', { count: total }), ...parts].join(' · '),
    ...(total > 0 ? [t('send.takes', { minutes, rate: format.number(mailsPerHour) })] : []),
  ]
}

function nameOf(language: string) {
  return languages().includes(language) ? readMessages(language).site.languageName : language
}
