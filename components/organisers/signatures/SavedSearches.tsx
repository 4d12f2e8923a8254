import styles from './SavedSearches.module.css'

type SavedSearchesProps = {
  label: string
  searches: { name: string; href: string; isCurrent: boolean }[]
}

/** Questions that organisers ask every day, each a link. */
export function SavedSearches({ label, searches }: SavedSearchesProps) {
  return (
    <nav aria-label={label}>
      <ul className={styles.searches}>
        {searches.map(({ name, href, isCurrent }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
