import { DataRows } from '#components/organisers/common/DataRows.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Messages } from '#lib/text/messages.ts'

type BatchTableProps = {
  batches: {
    id: string
    href: string
    title: string
    day: string
    status: string
    signatures: string
  }[]
  words: Messages['organisers']['paper']['batches']
}

/** Every list that was brought in, newest first. */
export function BatchTable({ batches, words }: BatchTableProps) {
  return (
    <WorkSection id="batches" title={words.heading}>
      {batches.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataRows
          label={words.heading}
          columns={[
            { name: words.title },
            { name: words.day },
            { name: words.status },
            { name: words.signatures, isNumber: true },
          ]}
          rows={batches.map(({ id, href, title, day, status, signatures }) => ({
            id,
            cells: [
              <a key="title" href={href}>
                {title}
              </a>,
              day,
              status,
              signatures,
            ],
          }))}
        />
      )}
    </WorkSection>
  )
}
