import { BEAT_STROKE } from '#components/ui/pulse-paths.ts'
import styles from './GoalLine.module.css'

/** The drawing's own units: wide enough for a thin line, and a beat that is still seen. */
const WIDTH = 1400
const BEAT_WIDTH = 178

type GoalLineProps = { signatures: number; goal: number }

/** The pulse on its way to the goal: it has drawn as much of the line as there are signatures. */
export function GoalLine({ signatures, goal }: GoalLineProps) {
  const beat = Math.round((signatures / goal) * (WIDTH - BEAT_WIDTH))
  return (
    <svg aria-hidden="true" data-count="line" className={styles.line} viewBox={`0 0 ${WIDTH} 200`}>
      <path className={styles.rest} d={`M${beat + BEAT_WIDTH} 112H${WIDTH}`} />
      <path d={`M0 109H${beat + 2}V115H0z`} />
      <path d={BEAT_STROKE} transform={`translate(${beat})`} />
    </svg>
  )
}
