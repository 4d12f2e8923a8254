import cells from '#lib/geography/country-cells.json' with { type: 'json' }
import styles from './WorldMap.module.css'

const PATHS: Record<string, string> = cells.countries
const STEP_CLASSES = [styles.first, styles.second, styles.third, styles.fourth, styles.fifth]

type WorldMapProps = {
  /** What the picture shows, for those who do not see it. */
  label: string
  /** Countries to shade, in the order of the table; `step` from 0. A code without a shape is only in the table. */
  countries: { code: string; name: string; signatures: string; step: number }[]
  /** What each step stands for, such as "5–19". */
  steps: string[]
  /** Lines of the table that are no country: those not told apart, those not said. */
  others: { name: string; signatures: string }[]
  words: { title: string; table: string; country: string; signatures: string; others: string }
}

/** The world in dots, larger and brighter where more signatures come from, with its table behind it. */
export function WorldMap({ label, countries, steps, others, words }: WorldMapProps) {
  return (
    <div className={styles.figure}>
      <svg
        className={styles.map}
        viewBox={`0 0 ${cells.width} ${cells.height}`}
        role="img"
        aria-label={label}
      >
        <path className={styles.land} d={cells.land} />
        {countries.map(({ code, name, signatures, step }) => (
          <path key={code} className={STEP_CLASSES[step]} d={PATHS[code]}>
            <title>{`${name} – ${signatures}`}</title>
          </path>
        ))}
      </svg>
      <div>
        <ul className={styles.legend}>
          <LegendEntry className={styles.land} says={words.others} />
          {steps.map((step, index) => (
            <LegendEntry key={step} className={STEP_CLASSES[index]} says={step} />
          ))}
        </ul>
        <details>
          <summary className={styles.summary}>{words.table}</summary>
          <CountryTable rows={[...countries, ...others]} words={words} />
        </details>
      </div>
    </div>
  )
}

function LegendEntry({ className, says }: { className?: string; says: string }) {
  return (
    <li className={styles.entry}>
      <svg className={styles.dot} viewBox="0 0 16 16" aria-hidden="true">
        <path className={className} d="M8 8h1" />
      </svg>
      {says}
    </li>
  )
}

type CountryTableProps = {
  rows: { name: string; signatures: string }[]
  words: WorldMapProps['words']
}

function CountryTable({ rows, words }: CountryTableProps) {
  return (
    <table className={styles.table} aria-label={words.title}>
      <thead>
        <tr>
          <th scope="col">{words.country}</th>
          <th scope="col">{words.signatures}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, signatures }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{signatures}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
