import styles from './VersionsApart.module.css'

/** Beside the tally: signatures that stay with an earlier version, a sentence for each version. */
export function VersionsApart({ sentences }: { sentences: string[] }) {
  if (sentences.length === 0) return null
  return (
    <ul className={styles.apart}>
      {sentences.map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}
