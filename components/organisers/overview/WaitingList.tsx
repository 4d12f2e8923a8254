import styles from './WaitingList.module.css'

/** Something that waits; `href` leads to it, for those who may go there. */
export type WaitingLine = { name: string; count: string; href?: string; isUrgent: boolean }

type WaitingListProps = { lines: WaitingLine[]; words: { nothing: string } }

/** Work that waits, with the way there. */
export function WaitingList({ lines, words }: WaitingListProps) {
  if (lines.length === 0) return <p>{words.nothing}</p>
  return (
    <ul className={styles.list}>
      {lines.map(({ name, count, href, isUrgent }) => (
        <li key={name} className={isUrgent ? styles.urgent : undefined}>
          <strong className={styles.count}>{count}</strong>{' '}
          {href ? <a href={href}>{name}</a> : <span>{name}</span>}
        </li>
      ))}
    </ul>
  )
}
