import { getMessages } from 'next-intl/server'
import { BroadcastProgress } from '#components/organisers/broadcasts/BroadcastProgress.tsx'
import { readProgress, type ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { formatterIn } from '../../formatter.ts'
import { moveBroadcastAction } from '../actions.ts'

type SendingSectionProps = { locale: string; broadcast: ShownBroadcast }

/** Progress of a broadcast, and how to pause it. */
export async function SendingSection({ locale, broadcast }: SendingSectionProps) {
  const [{ organisers }, format, progress] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    readProgress(broadcast.id),
  ])
  const recipients = broadcast.recipients ?? 0
  const isEnded =
    broadcast.status === 'cancelled' || (broadcast.status === 'done' && !progress.waiting)
  return (
    <BroadcastProgress
      id={broadcast.id}
      done={progress.sent + progress.failed}
      of={Math.max(recipients, progress.sent + progress.failed)}
      rows={[
        ['recipients', format.number(recipients)] as const,
        ['sent', format.number(progress.sent)] as const,
        ['waiting', format.number(progress.waiting)] as const,
        ['failed', format.number(progress.failed)] as const,
      ]}
      moves={isEnded ? [] : [broadcast.status === 'paused' ? 'resume' : 'pause', 'cancel']}
      action={moveBroadcastAction.bind(null, locale)}
      words={organisers.broadcasts.progress}
    />
  )
}
