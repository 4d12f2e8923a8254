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
    readProgress(broadcast),
  ])
  const { status, recipients } = broadcast
  const { sent, failed, left } = progress
  const isCancelled = status === 'cancelled'
  const isEnded = isCancelled || (status === 'done' && left === 0)
  const words = organisers.broadcasts.progress
  return (
    <BroadcastProgress
      id={broadcast.id}
      done={sent + failed}
      of={sent + failed + left}
      lead={status === 'paused' || isCancelled ? words[status] : undefined}
      rows={[
        ['recipients', format.number(recipients ?? 0)] as const,
        ['sent', format.number(sent)] as const,
        [isCancelled ? 'unsent' : 'waiting', format.number(left)] as const,
        ['failed', format.number(failed)] as const,
      ]}
      moves={isEnded ? [] : [status === 'paused' ? 'resume' : 'pause', 'cancel']}
      action={moveBroadcastAction.bind(null, locale)}
      words={words}
    />
  )
}
