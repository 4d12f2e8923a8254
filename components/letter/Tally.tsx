import { nextGoal } from '#lib/signatures/goal.ts'
import { GoalLine } from './GoalLine.tsx'
import styles from './Tally.module.css'
import { type CountWords, countWord, describeCount, formatCount } from './tally-counts.ts'

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
  /** A goal that owners set: the next one until it is reached. */
  ownGoal?: number
  /** The last goal that was reached, with its day. */
  milestone?: string
  onPaper: string
}

type TallyProps = { tally: TallyCounts; locale: string; words: TallyWords }

/**
 * How many have signed the letter as it stands, and how many will have next. public/tally.js counts on
 * while somebody looks at it: it reads the words here, and writes where `data-…` says.
 */
export function Tally({ tally, locale, words }: TallyProps) {
  return (
    <div role="status" data-tally={JSON.stringify(words)}>
      {tally.signatures === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <Counted tally={tally} locale={locale} words={words} />
      )}
      <script src="/tally.js" async />
    </div>
  )
}

function Counted({ tally: { currentVersion, onPaper, ...all }, locale, words }: TallyProps) {
  const tally = currentVersion ?? all
  const goal = nextGoal(tally.signatures, words.ownGoal)
  const parts = (['individuals', 'organisations', 'countries'] as const).filter(
    part => tally[part] > 0,
  )
  return (
    <p className={styles.tally}>
      <span data-count="number" className={styles.number}>
        {formatCount(locale, tally.signatures)}
      </span>{' '}
      <span data-count="noun" className={styles.noun}>
        {countWord(locale, tally.signatures, words.signatures)}
      </span>{' '}
      {words.goal && (
        <>
          <GoalLine signatures={tally.signatures} goal={goal} />
          <span data-count="goal" className={styles.parts}>
            {words.goal} {formatCount(locale, goal)}
          </span>{' '}
        </>
      )}
      {words.milestone && (
        <>
          <span className={styles.parts}>{words.milestone}</span>{' '}
        </>
      )}
      <span data-count="parts" className={styles.parts}>
        {parts.map(part => describeCount(locale, tally[part], words[part])).join(words.comma)}
      </span>{' '}
      <span data-count="paper" className={styles.parts}>
        {onPaper ? `${words.onPaper} ${formatCount(locale, onPaper)}` : ''}
      </span>
    </p>
  )
}
