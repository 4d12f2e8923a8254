import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import table from './DataRows.module.css'
import { DataRows } from './DataRows.tsx'
import work from './Work.module.css'

type ReviewWords = Words['organisers']['paper']['review']

type Row = {
  number: number
  cells: string[]
  isTicked: boolean
  reasons: { field: string; reason: string }[]
  doubleOf: string | number | null
}

type ReviewRowsProps = {
  state: keyof ReviewWords['states']
  rows: Row[]
  /** The columns of the file: `place` is that of their cells, from 0. */
  header: { place: number; title: string }[]
  nextHref: string | undefined
  /** Keeps which likely doubles are none. */
  tick: (form: FormData) => Promise<void>
  words: ReviewWords
}

/** Rows of a list that came to the same, each with the reason in words. */
export function ReviewRows(props: ReviewRowsProps) {
  const { state, rows, nextHref, tick, words } = props
  return (
    <section className={work.wideWork} aria-labelledby="rows">
      <h2 id="rows">{words.states[state]}</h2>
      <p>{words.means[state]}</p>
      {state === 'likely' ? (
        <form action={tick} className={work.wideWork}>
          <Rows {...props} />
          <Button type="submit" look="quiet">
            {words.keep}
          </Button>
        </form>
      ) : (
        rows.length > 0 && <Rows {...props} />
      )}
      {nextHref && <a href={nextHref}>{words.next}</a>}
    </section>
  )
}

function Rows({ state, rows, header, words }: ReviewRowsProps) {
  return (
    <DataRows>
      <thead>
        <tr>
          <th scope="col">{words.row}</th>
          {state === 'likely' && <th scope="col">{words.tick}</th>}
          {state !== 'ready' && <th scope="col">{words.reasons}</th>}
          {header.map(({ place, title }) => (
            <th key={place} scope="col">
              {title || place + 1}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.number}>
            <th scope="row">{row.number}</th>
            {state === 'likely' && (
              <td>
                <input type="hidden" name="shown" value={row.number} />
                <input
                  type="checkbox"
                  name="ticked"
                  value={row.number}
                  defaultChecked={row.isTicked}
                  aria-label={`${words.tick}, ${words.row} ${row.number}`}
                />
              </td>
            )}
            {state !== 'ready' && (
              <td>
                <Reasons state={state} row={row} words={words} />
              </td>
            )}
            {header.map(({ place }) => (
              <td key={place}>{row.cells[place]}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </DataRows>
  )
}

type ReasonsProps = Pick<ReviewRowsProps, 'state' | 'words'> & { row: Row }

function Reasons({ state, row, words }: ReasonsProps) {
  if (state !== 'wrong') {
    return row.doubleOf ?? (state === 'double' ? words.online : words.maybeOnline)
  }
  return (
    <ul className={table.reasons}>
      {row.reasons.map(({ field, reason }) => (
        <li key={field}>
          <strong>{field}</strong> {reason}
        </li>
      ))}
    </ul>
  )
}
