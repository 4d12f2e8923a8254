import type { ReactNode } from 'react'
import { DataRows } from '#components/organisers/common/DataRows.tsx'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import ticks from '#components/ui/tick.module.css'
import type { Messages } from '#lib/text/messages.ts'
import styles from './ReviewRows.module.css'

type ReviewWords = Messages['organisers']['paper']['review']

type Row = {
  number: number
  cells: string[]
  isTicked: boolean
  reasons: { field: string; reason: string }[]
  /** Where the row is corrected, for one that can be. */
  correctHref?: string | undefined
  duplicateOf: string | number | null
}

type ReviewRowsProps = {
  /** Of the batch. */
  id: string
  state: keyof ReviewWords['states']
  rows: Row[]
  /** The columns of the file: `place` is that of their cells, from 0. */
  header: { place: number; title: string }[]
  nextHref: string | undefined
  /** The row that is being corrected. */
  correcting?: ReactNode
  /** Keeps which likely doubles are none. */
  tick: (form: FormData) => Promise<void>
  words: ReviewWords
}

/** Rows of a list that came to the same, each with the reason in words. */
export function ReviewRows(props: ReviewRowsProps) {
  const { id, state, rows, nextHref, tick, correcting, words } = props
  return (
    <section className={work.wideWork} aria-labelledby="rows">
      <h2 id="rows">{words.states[state]}</h2>
      <p>{words.means[state]}</p>
      {correcting}
      {state === 'likely_duplicate' ? (
        <form action={tick} className={work.wideWork}>
          <input type="hidden" name="id" value={id} />
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
    <DataRows
      label={words.states[state]}
      columns={[
        { name: words.row },
        ...(state === 'likely_duplicate' ? [{ name: words.tick }] : []),
        ...(state === 'ready' ? [] : [{ name: words.reasons }]),
        ...header.map(({ place, title }) => ({
          id: `column-${place}`,
          name: title || String(place + 1),
        })),
      ]}
      rows={rows.map(row => ({
        id: row.number,
        cells: [
          row.number,
          ...(state === 'likely_duplicate' ? [<Tick key="tick" row={row} words={words} />] : []),
          ...(state === 'ready'
            ? []
            : [<Reasons key="reasons" state={state} row={row} words={words} />]),
          ...header.map(({ place }) => (
            <bdi key={place} className={styles.cell}>
              {row.cells[place]}
            </bdi>
          )),
        ],
      }))}
    />
  )
}

function Tick({ row: { number, isTicked }, words }: { row: Row; words: ReviewWords }) {
  return (
    <>
      <input type="hidden" name="shown" value={number} />
      <input
        type="checkbox"
        className={ticks.box}
        name="ticked"
        value={number}
        defaultChecked={isTicked}
        aria-label={`${words.tick}, ${words.row} ${number}`}
      />
    </>
  )
}

type ReasonsProps = Pick<ReviewRowsProps, 'state' | 'words'> & { row: Row }

function Reasons({ state, row, words }: ReasonsProps) {
  if (state === 'remark') {
    return (
      <>
        {row.reasons.map(({ reason }) => reason).join(' ')} <Correct row={row} words={words} />
      </>
    )
  }
  if (state !== 'invalid') {
    return row.duplicateOf ?? (state === 'duplicate' ? words.online : words.maybeOnline)
  }
  return (
    <>
      <ul className={styles.reasons}>
        {row.reasons.map(({ field, reason }) => (
          <li key={field}>
            <strong>{field}</strong> {reason}
          </li>
        ))}
      </ul>
      <Correct row={row} words={words} />
    </>
  )
}

function Correct({ row, words }: Omit<ReasonsProps, 'state'>) {
  if (!row.correctHref) return null
  return (
    <a href={row.correctHref} aria-label={`${words.correct.link}, ${words.row} ${row.number}`}>
      {words.correct.link}
    </a>
  )
}
