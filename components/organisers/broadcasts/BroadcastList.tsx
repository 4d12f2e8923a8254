import { DataRows } from '#components/organisers/common/DataRows.tsx'
import type { Messages } from '#lib/text/messages.ts'

type BroadcastListProps = {
  label: string
  broadcasts: { href: string; subject: string; status: string; day: string; sent: string }[]
  words: Messages['organisers']['broadcasts']['list']
}

/** The messages to signatories, newest first. */
export function BroadcastList({ label, broadcasts, words }: BroadcastListProps) {
  if (broadcasts.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={label}
      columns={[
        { name: words.subject },
        { name: words.status },
        { name: words.day },
        { name: words.sent, isNumber: true },
      ]}
      rows={broadcasts.map(({ href, subject, status, day, sent }) => ({
        id: href,
        cells: [
          <a key="subject" href={href}>
            <bdi>{subject}</bdi>
          </a>,
          status,
          day,
          sent,
        ],
      }))}
    />
  )
}
