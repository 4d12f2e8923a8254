import { Pulse } from '../ui/Pulse.tsx'
import styles from './Tally.module.css'
import { type CountWords, countInWords, countWord, formatCount } from './tally-counts.ts'

/** Confirmed signatures, as GET /api/tally gives them. */
export type TallyCounts = {
  signatures: number
  individuals: number
  organisations: number
  countries: number
}

export type TallyWords = Record<keyof TallyCounts, CountWords> & { none: string }

type TallyProps = { tally: TallyCounts; locale: string; words: TallyWords }

/** How many have signed. */
export function Tally({ tally, locale, words }: TallyProps) {
  if (tally.signatures === 0) return <p className={styles.none}>{words.none}</p>
  const parts = (['individuals', 'organisations', 'countries'] as const).filter(
    part => tally[part] > 0,
  )
  return (
    <p className={styles.tally}>
      <span className={styles.number}>
        {formatCount(locale, tally.signatures)}
        <Pulse key={tally.signatures} variant="beat" />
      </span>
      <span className={styles.noun}>{countWord(locale, tally.signatures, words.signatures)}</span>{' '}
      <span className={styles.parts}>
        {parts.map(part => countInWords(locale, tally[part], words[part])).join(', ')}
      </span>
    </p>
  )
}
