import type { Messages } from '#lib/text/messages.ts'
import styles from './Proofs.module.css'

type SnapshotListProps = {
  snapshots: {
    id: string
    root: string
    /** When it was handed over and to whom, and what is in it as of when, in words. */
    handover: string
    frozen: string
    /** Of which country alone its list is, in words; null for all. */
    listed: string | null
    /** Whether it was taken between closing and the final count. */
    isProvisional: boolean
  }[]
  words: Messages['verify']
}

/** Every delivery with its root, for anyone to keep. */
export function SnapshotList({ snapshots, words }: SnapshotListProps) {
  if (snapshots.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {snapshots.map(({ id, root, handover, frozen, listed, isProvisional }) => (
        <li key={id}>
          <p>
            <strong>{handover}</strong>
            <br />
            {frozen}
          </p>
          {listed && <p>{listed}</p>}
          {isProvisional && <p>{words.provisional}</p>}
          <p>
            {words.root} <code className={styles.hash}>{root}</code>
          </p>
        </li>
      ))}
    </ul>
  )
}
