import { DataRows } from '#components/organisers/common/DataRows.tsx'
import work from '#components/organisers/common/Work.module.css'
import type { Messages } from '#lib/text/messages.ts'

type ReviewWords = Messages['organisers']['paper']['review']

type RowsToComeProps = {
  /** What each column says. */
  heads: string[]
  /** The first rows, as the signatures that they will be. */
  rows: { number: number; cells: string[] }[]
  words: ReviewWords
}

/** The first signatures that a list will make, each consent in words, before anything counts. */
export function RowsToCome({ heads, rows, words }: RowsToComeProps) {
  return (
    <section className={work.wideWork} aria-labelledby="to-come">
      <h2 id="to-come">{words.toCome.heading}</h2>
      <p>{words.toCome.lead}</p>
      <DataRows
        label={words.toCome.heading}
        columns={[{ name: words.row }, ...heads.map(name => ({ name }))]}
        rows={rows.map(({ number, cells }) => ({
          id: number,
          cells: [
            number,
            ...cells.map((cell, place) => (
              <bdi key={heads[place]}>{cell || words.toCome.empty}</bdi>
            )),
          ],
        }))}
      />
    </section>
  )
}
