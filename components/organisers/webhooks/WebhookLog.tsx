import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { WebhookEvent, WebhookMessageStatus } from '#lib/database/types.ts'
import type { Messages } from '#lib/text/messages.ts'

export type LoggedMessage = {
  id: string
  event: WebhookEvent
  status: WebhookMessageStatus
  attempts: number
  /** Status of the last answer, or a code where there was none. */
  lastResponse: string | null
  /** When it happened, in words. */
  time: string
}

type WebhookLogProps = {
  messages: LoggedMessage[]
  /** Whose messages they are. */
  label: string
  words: Messages['organisers']['webhooks']
}

/** The last messages to one address, and what each was answered. */
export function WebhookLog({ messages, label, words }: WebhookLogProps) {
  const { columns } = words.log
  return (
    <DataRows
      label={`${words.log.title} ${label}`}
      columns={[
        { name: columns.time },
        { name: columns.event },
        { name: columns.status },
        { name: columns.attempts, isNumber: true },
        { name: columns.answer },
      ]}
      rows={messages.map(({ id, event, status, attempts, lastResponse, time }) => ({
        id,
        cells: [
          time,
          words.log.events[event],
          words.log.statuses[status],
          attempts,
          describeAnswer(lastResponse, words.log.answers),
        ],
      }))}
    />
  )
}

function describeAnswer(answer: string | null, words: Record<string, string>) {
  return wordFor(words, answer) ?? answer
}
