import { DataRows } from '#components/organisers/DataRows.tsx'
import type { Messages } from '#lib/text/messages.ts'

type UpdateListProps = {
  label: string
  updates: { href: string; subject: string; status: string; day: string; recipients: string }[]
  words: Messages['organisers']['updates']['list']
}

/** The messages to signatories, newest first. */
export function UpdateList({ label, updates, words }: UpdateListProps) {
  if (updates.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={label}
      columns={[
        { name: words.subject },
        { name: words.status },
        { name: words.day },
        { name: words.recipients, isNumber: true },
      ]}
      rows={updates.map(({ href, subject, status, day, recipients }) => ({
        id: href,
        cells: [
          <a key="subject" href={href}>
            <bdi>{subject}</bdi>
          </a>,
          status,
          day,
          recipients,
        ],
      }))}
    />
  )
}
