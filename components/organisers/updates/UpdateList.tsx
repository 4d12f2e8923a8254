import type { Words } from '#lib/words.ts'
import table from '../DataRows.module.css'
import { DataRows } from '../DataRows.tsx'

type UpdateListProps = {
  updates: { href: string; subject: string; status: string; day: string; recipients: string }[]
  words: Words['organisers']['updates']['list']
}

/** The messages to signatories, newest first. */
export function UpdateList({ updates, words }: UpdateListProps) {
  if (updates.length === 0) return <p>{words.none}</p>
  return (
    <DataRows>
      <thead>
        <tr>
          <th scope="col">{words.subject}</th>
          <th scope="col">{words.status}</th>
          <th scope="col">{words.day}</th>
          <th scope="col" className={table.number}>
            {words.recipients}
          </th>
        </tr>
      </thead>
      <tbody>
        {updates.map(({ href, subject, status, day, recipients }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>
                <bdi>{subject}</bdi>
              </a>
            </th>
            <td>{status}</td>
            <td>{day}</td>
            <td className={table.number}>{recipients}</td>
          </tr>
        ))}
      </tbody>
    </DataRows>
  )
}
