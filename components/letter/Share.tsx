import type { ShareTexts } from '#lib/letter/share-texts.ts'
import { mailLink, shareLinks, withTag } from '#lib/sharing/share-links.ts'
import type { Words } from '#lib/words.ts'
import styles from './Share.module.css'
import { ShareButtons } from './ShareButtons.tsx'

type ShareProps = {
  /** Absolute address of the letter. */
  url: string
  title: string
  /** What is sent along with the address: what one says differs from place to place. */
  texts: ShareTexts
  words: Words['share']
}

/** Ways to pass the letter on: address, mail and plain links for everybody, buttons where they work. */
export function Share({ url, title, texts, words }: ShareProps) {
  return (
    <div className={styles.share}>
      <p className={styles.address}>
        <a href={url}>{url}</a>
      </p>
      <div className={styles.ways}>
        <ShareButtons
          url={withTag(url, 'share')}
          title={title}
          message={texts.message}
          words={words}
        />
        <a className={styles.mail} href={mailLink(url, title, texts.mail)}>
          {words.mail}
        </a>
      </div>
      <p className={styles.other}>{words.other}</p>
      <ul className={styles.services}>
        {shareLinks(url, texts).map(({ service, name, href }) => (
          <li key={service}>
            <a href={href} rel="noopener" target="_blank">
              {name}
            </a>
          </li>
        ))}
      </ul>
      <p className={styles.note}>{words.signal}</p>
    </div>
  )
}
