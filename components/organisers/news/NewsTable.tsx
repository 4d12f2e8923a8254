import { DataRows } from '#components/organisers/common/DataRows.tsx'
import type { Messages } from '#lib/text/messages.ts'

type NewsTableProps = {
  label: string
  items: { href: string; title: string; kind: string; state: string; day: string }[]
  words: Messages['organisers']['news']['list']
}

/** What was written in the console, and where each stands. */
export function NewsTable({ label, items, words }: NewsTableProps) {
  if (items.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={label}
      columns={[words.title, words.kind, words.state, words.day].map(name => ({ name }))}
      rows={items.map(({ href, title, kind, state, day }) => ({
        id: href,
        cells: [
          <a key="title" href={href}>
            <bdi>{title}</bdi>
          </a>,
          kind,
          state,
          day,
        ],
      }))}
    />
  )
}
