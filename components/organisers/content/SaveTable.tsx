import { Address } from '#components/organisers/common/Address.tsx'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import type { Messages } from '#lib/text/messages.ts'

type SaveTableProps = {
  label: string
  saves: {
    id: string
    /** When, in words. */
    time: string
    by: string | null
    isUndo: boolean
    paths: string[]
    /** The page that shows its difference. */
    href: string
  }[]
  words: Messages['organisers']['content']['saves']
}

/** The newest saves of files, and where each is looked at. */
export function SaveTable({ label, saves, words }: SaveTableProps) {
  if (saves.length === 0) return <p>{words.none}</p>
  return (
    <DataRows
      label={label}
      columns={[words.when, words.who, words.files].map(name => ({ name }))}
      rows={saves.map(({ id, time, by, isUndo, paths, href }) => ({
        id,
        cells: [
          <a key="when" href={href}>
            {time}
          </a>,
          by ? <Address key="who" email={by} /> : words.former,
          `${paths.join(', ')}${isUndo ? ` (${words.undo})` : ''}`,
        ],
      }))}
    />
  )
}
