import { getMessages, getTranslations } from 'next-intl/server'
import { SendBroadcast } from '#components/organisers/broadcasts/SendBroadcast.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { ownApprovalState } from '#lib/approvals/read-own-approval.ts'
import { isComplete } from '#lib/broadcasts/broadcast-texts.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { subjectOf } from '#lib/broadcasts/revision.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { readSettings } from '#lib/settings/settings.ts'
import {
  askToStartAction,
  discardBroadcastAction,
  scheduleBroadcastAction,
  startBroadcastAction,
  testBroadcastAction,
} from '../actions.ts'
import { describeFrequency } from '../describe-frequency.ts'
import { describeRecipients } from '../describe-recipients.ts'
import { TextSection } from './text-section.tsx'

type DraftSectionsProps = {
  locale: string
  broadcast: ShownBroadcast
  organiser: Organiser
}

/** The draft's form, and what it takes to send it. */
export async function DraftSections({ locale, broadcast, organiser }: DraftSectionsProps) {
  const [{ organisers }, t, settings, approval] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.broadcasts' }),
    readSettings(),
    ownApprovalState(organiser, subjectOf(broadcast)),
  ])
  const words = organisers.broadcasts.send
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
        approval={settings.broadcastsNeedApproval ? (approval ?? 'missing') : null}
        isReady={isComplete(broadcast)}
        test={{
          action: testBroadcastAction.bind(null, locale),
          hint: t('send.testHint', { email: organiser.email }),
        }}
        start={startBroadcastAction.bind(null, locale)}
        schedule={
          broadcast.privacyVersion
            ? null
            : {
                action: scheduleBroadcastAction.bind(null, locale),
                hint: t('send.scheduleHint', { timeZone: timeZone() }),
              }
        }
        ask={askToStartAction.bind(null, locale)}
        discard={discardBroadcastAction.bind(null, locale)}
        words={words}
      />
    </>
  )
}
