import type { Messages } from '#lib/text/messages.ts'
import styles from './Proofs.module.css'

type SnapshotListProps = {
  snapshots: {
    id: string
    root: string
    /** ISO 8601, UTC. */
    time: string
    /** The same and the size, in words. */
    moment: string
    size: string
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
      {snapshots.map(({ id, root, time, moment, size, isProvisional }) => (
        <li key={id}>
          <p>
            <strong>
              <time dateTime={time}>{moment}</time> (UTC)
            </strong>
            <br />
            {size}
          </p>
          {isProvisional && <p>{words.provisional}</p>}
          <p>
            {words.root} <code className={styles.hash}>{root}</code>
          </p>
        </li>
      ))}
    </ul>
  )
}
