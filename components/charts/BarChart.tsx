import styles from './BarChart.module.css'
import { axisTop } from './scale.ts'

/** Units of the drawing, which is stretched to its place. */
const HEIGHT = 100
const BAR_WIDTH = 0.78

/** One bar: `name` says where it stands, in words. */
export type Bar = { name: string; value: number }

type BarChartProps = {
  /** What the chart shows, in one sentence with its main figure. */
  label: string
  bars: Bar[]
  /** Words under the axis: at its start, between, at its end, evenly spread. */
  axis: string[]
  words: { table: string; when: string; signatures: string }
  formatCount: (count: number) => string
}

/** Counts over time, with the same in a table. */
export function BarChart({ label, bars, axis, words, formatCount }: BarChartProps) {
  const top = axisTop(Math.max(0, ...bars.map(({ value }) => value)))
  return (
    <figure className={styles.figure}>
      <div className={styles.plot}>
        <div className={styles.scale} aria-hidden="true">
          {[top, top / 2, 0].map(count => (
            <span key={count}>{formatCount(count)}</span>
          ))}
        </div>
        <svg
          className={styles.chart}
          viewBox={`0 0 ${bars.length} ${HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={label}
        >
          <path className={styles.grid} d={`M0 0H${bars.length}M0 50H${bars.length}`} />
          {bars.map(({ name, value }, place) => (
            <rect
              key={name}
              className={styles.bar}
              x={place + (1 - BAR_WIDTH) / 2}
              y={HEIGHT - heightOf(value, top)}
              width={BAR_WIDTH}
              height={heightOf(value, top)}
            >
              <title>{`${name}: ${formatCount(value)}`}</title>
            </rect>
          ))}
          <path className={styles.ground} d={`M0 ${HEIGHT}H${bars.length}`} />
        </svg>
        <div className={styles.axis} aria-hidden="true">
          {axis.map(text => (
            <span key={text}>{text}</span>
          ))}
        </div>
      </div>
      <figcaption>
        <details>
          <summary>{words.table}</summary>
          <BarTable bars={bars} words={words} formatCount={formatCount} />
        </details>
      </figcaption>
    </figure>
  )
}

function BarTable({ bars, words, formatCount }: Omit<BarChartProps, 'label' | 'axis'>) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.signatures}</th>
        </tr>
      </thead>
      <tbody>
        {bars.toReversed().map(({ name, value }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{formatCount(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What is not nothing stays visible. */
function heightOf(value: number, top: number) {
  return value === 0 ? 0 : Math.max(1, Math.round((value / top) * HEIGHT * 10) / 10)
}
