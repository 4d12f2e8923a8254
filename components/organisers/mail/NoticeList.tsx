import styles from './Mail.module.css'

type NoticeListProps = {
  notices: string[]
  /** Address of the mail section; null within it. */
  room: string | null
  words: { heading: string; link: string }
}

/** What organisers should know of the mails; nothing when there is nothing. */
export function NoticeList({ notices, room, words }: NoticeListProps) {
  if (notices.length === 0) return null
  return (
    <section className={styles.notice} aria-labelledby="mail-notices">
      <h2 id="mail-notices">{words.heading}</h2>
      <ul className={styles.facts}>
        {notices.map(notice => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      {room && (
        <p>
          <a href={room}>{words.link}</a>
        </p>
      )}
    </section>
  )
}
