import type { Words } from '#lib/words.ts'
import { DataRows } from '../DataRows.tsx'

type NewsTableProps = {
  items: { href: string; title: string; kind: string; state: string; day: string }[]
  words: Words['organisers']['news']['list']
}

/** What was written in the console, and where each stands. */
export function NewsTable({ items, words }: NewsTableProps) {
  if (items.length === 0) return <p>{words.none}</p>
  return (
    <DataRows>
      <thead>
        <tr>
          <th scope="col">{words.title}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.day}</th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ href, title, kind, state, day }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>
                <bdi>{title}</bdi>
              </a>
            </th>
            <td>{kind}</td>
            <td>{state}</td>
            <td>{day}</td>
          </tr>
        ))}
      </tbody>
    </DataRows>
  )
}
