import type { Words } from '#lib/words.ts'
import styles from './Share.module.css'
import { ShareButtons } from './ShareButtons.tsx'

type ShareProps = {
  /** Absolute address of the letter. */
  url: string
  title: string
  words: Words['share']
}

/** Ways to pass the letter on: the address and a mail for everybody, buttons where they work. */
export function Share({ url, title, words }: ShareProps) {
  const subject = encodeURIComponent(title)
  const body = encodeURIComponent(`${words.message}\n\n${url}`)
  return (
    <section className={styles.share} aria-labelledby="share-title">
      <h2 id="share-title" className={styles.title}>
        {words.title}
      </h2>
      <p>{words.lead}</p>
      <p className={styles.address}>
        <a href={url}>{url}</a>
      </p>
      <div className={styles.ways}>
        <ShareButtons url={url} title={title} words={words} />
        <a className={styles.mail} href={`mailto:?subject=${subject}&body=${body}`}>
          {words.mail}
        </a>
      </div>
    </section>
  )
}
