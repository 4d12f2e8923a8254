import styles from '#components/organisers/common/Draft.module.css'

type FileChangesProps = {
  files: {
    path: string
    /** changed, new or deleted, in words. */
    state: string
    /** Unified diff. */
    difference: string
  }[]
  words: { show: string }
}

/** Files with what changes in each, folded up. */
export function FileChanges({ files, words }: FileChangesProps) {
  return (
    <ul className={styles.facts}>
      {files.map(({ path, state, difference }) => (
        <li key={path}>
          <details>
            <summary>
              <code>{path}</code> – {state} ({words.show})
            </summary>
            <pre className={styles.text}>{difference}</pre>
          </details>
        </li>
      ))}
    </ul>
  )
}
