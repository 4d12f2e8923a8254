import { getMessages } from 'next-intl/server'
import { BroadcastProgress } from '#components/organisers/broadcasts/BroadcastProgress.tsx'
import { readProgress, type ShownUpdate } from '#lib/broadcasts/read-updates.ts'
import { formatterIn } from '../../formatter.ts'
import { moveBroadcastAction } from '../actions.ts'

type SendingSectionProps = { locale: string; update: ShownUpdate }

/** How far an update has come, and how to hold it up. */
export async function SendingSection({ locale, update }: SendingSectionProps) {
  const [{ organisers }, format, progress] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    readProgress(update.id),
  ])
  const recipients = update.recipients ?? 0
  const isEnded = update.status === 'cancelled' || (update.status === 'done' && !progress.waiting)
  return (
    <BroadcastProgress
      id={update.id}
      done={progress.sent + progress.failed}
      of={Math.max(recipients, progress.sent + progress.failed)}
      rows={[
        ['recipients', format.number(recipients)] as const,
        ['sent', format.number(progress.sent)] as const,
        ['waiting', format.number(progress.waiting)] as const,
        ['failed', format.number(progress.failed)] as const,
      ]}
      moves={isEnded ? [] : [update.status === 'paused' ? 'resume' : 'pause', 'cancel']}
      action={moveBroadcastAction.bind(null, locale)}
      words={organisers.broadcasts.progress}
    />
  )
}
