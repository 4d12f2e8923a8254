import styles from './FilterChips.module.css'

/** A filter in use: what it says, and the same search without it. */
export type FilterChip = { filter: string; label: string; hrefWithout: string }

type FilterChipsProps = {
  chips: FilterChip[]
  words: { chips: string; takeAway: string }
}

/** The filters in use, each a link that takes it away; nothing where none is. */
export function FilterChips({ chips, words }: FilterChipsProps) {
  if (chips.length === 0) return null
  return (
    <ul className={styles.chips} aria-label={words.chips}>
      {chips.map(({ filter, label, hrefWithout }) => (
        <li key={filter}>
          <a href={hrefWithout} aria-label={`${label}. ${words.takeAway}`} title={words.takeAway}>
            <bdi>{label}</bdi> <span aria-hidden="true">×</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
