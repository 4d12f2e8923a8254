import styles from './VersionList.module.css'

type VersionListProps = {
  /** Newest first; `level` says in words what it is to the one before it. */
  versions: { id: string; href: string; formattedDate: string; level: string; isShown: boolean }[]
  /** Marks the one that the page shows. */
  shownLabel: string
}

/** Every version of the letter in one language. */
export function VersionList({ versions, shownLabel }: VersionListProps) {
  return (
    <ol className={styles.versions}>
      {versions.map(({ id, href, formattedDate, level, isShown }) => (
        <li key={id}>
          {isShown ? (
            <span aria-current="page">
              {formattedDate} ({shownLabel})
            </span>
          ) : (
            <a href={href}>{formattedDate}</a>
          )}
          <span className={styles.level}>{level}</span>
        </li>
      ))}
    </ol>
  )
}
