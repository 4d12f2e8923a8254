import styles from './DataSources.module.css'

export type DataSource = { path: string; holds: string; note: string }

type DataSourcesProps = { sources: DataSource[] }

/** Addresses for programs, each with what it holds. */
export function DataSources({ sources }: DataSourcesProps) {
  return (
    <ul className={styles.list}>
      {sources.map(({ path, holds, note }) => (
        <li key={path} className={styles.source}>
          <a className={styles.path} href={path} dir="ltr">
            {path}
          </a>
          <p>{holds}</p>
          <p className={styles.note}>{note}</p>
        </li>
      ))}
    </ul>
  )
}
