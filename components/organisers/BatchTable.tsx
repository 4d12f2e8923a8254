import type { Words } from '#lib/words.ts'
import { DataRows } from './DataRows.tsx'
import { WorkSection } from './WorkSection.tsx'

type BatchTableProps = {
  batches: {
    id: string
    href: string
    title: string
    day: string
    status: string
    signatures: string
  }[]
  words: Words['organisers']['paper']['batches']
}

/** Every list that was brought in, newest first. */
export function BatchTable({ batches, words }: BatchTableProps) {
  return (
    <WorkSection id="batches" title={words.heading}>
      {batches.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <DataRows>
          <thead>
            <tr>
              <th scope="col">{words.title}</th>
              <th scope="col">{words.day}</th>
              <th scope="col">{words.status}</th>
              <th scope="col">{words.signatures}</th>
            </tr>
          </thead>
          <tbody>
            {batches.map(({ id, href, title, day, status, signatures }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={href}>{title}</a>
                </th>
                <td>{day}</td>
                <td>{status}</td>
                <td>{signatures}</td>
              </tr>
            ))}
          </tbody>
        </DataRows>
      )}
    </WorkSection>
  )
}
