import styles from './NoticeList.module.css'

type NoticeListProps = {
  /** Of the heading: a page may have several lists. */
  id: string
  heading: string
  notices: string[]
  /** Where to look for more, and what the link says. */
  link?: { href: string; text: string } | null
}

/** What organisers should know of something that is not as usual; nothing when there is nothing. */
export function NoticeList({ id, heading, notices, link }: NoticeListProps) {
  if (notices.length === 0) return null
  return (
    <section className={styles.notice} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      <ul className={styles.facts}>
        {notices.map(notice => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
      {link && (
        <p>
          <a href={link.href}>{link.text}</a>
        </p>
      )}
    </section>
  )
}
