import { nextGoal } from '#lib/signatures/goal.ts'
import { GoalLine } from './GoalLine.tsx'
import styles from './Tally.module.css'
import { type CountWords, countInWords, countWord, formatCount } from './tally-counts.ts'

type Counts = {
  signatures: number
  individuals: number
  organisations: number
  countries: number
}

/**
 * Confirmed signatures, as GET /api/tally gives them; `currentVersion` where some were given to an
 * earlier version of the letter, which count apart.
 */
export type TallyCounts = Counts & {
  currentVersion?: Counts
  /** Of all of them, gathered on paper. */
  onPaper?: number
}

export type TallyWords = Record<keyof Counts, CountWords> & {
  none: string
  comma: string
  /** None once nobody can sign any more: then there is nothing left to reach. */
  goal?: string
  onPaper: string
}

type TallyProps = { tally: TallyCounts; locale: string; words: TallyWords }

/** How many have signed the letter as it stands, and how many will have next. */
export function Tally({ tally: { currentVersion, onPaper, ...all }, locale, words }: TallyProps) {
  const tally = currentVersion ?? all
  if (all.signatures === 0) return <p className={styles.none}>{words.none}</p>
  const goal = nextGoal(tally.signatures)
  const parts = (['individuals', 'organisations', 'countries'] as const).filter(
    part => tally[part] > 0,
  )
  return (
    <p className={styles.tally}>
      <span className={styles.number}>{formatCount(locale, tally.signatures)}</span>
      <span className={styles.noun}>{countWord(locale, tally.signatures, words.signatures)}</span>{' '}
      {words.goal && (
        <>
          <GoalLine signatures={tally.signatures} goal={goal} />
          <span className={styles.parts}>
            {words.goal} {formatCount(locale, goal)}
          </span>{' '}
        </>
      )}
      <span className={styles.parts}>
        {parts.map(part => countInWords(locale, tally[part], words[part])).join(words.comma)}
      </span>
      {onPaper ? (
        <>
          {' '}
          <span className={styles.parts}>
            {words.onPaper} {formatCount(locale, onPaper)}
          </span>
        </>
      ) : null}
    </p>
  )
}
