import buttons from '#components/ui/Button.module.css'
import shared from '#components/ui/visually-hidden.module.css'
import type { ShareTexts } from '#lib/content/share-texts.ts'
import { mailLink, shareLinks, withTag } from '#lib/sharing/share-links.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Share.module.css'

type ShareProps = {
  /** Absolute address of the letter. */
  url: string
  title: string
  /** What is sent along with the address: what one says differs from place to place. */
  texts: ShareTexts
  words: Messages['share']
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
      <script src="/share.js" async />
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

type ShareButtonsProps = { url: string; title: string; message: string; words: Messages['share'] }

/** The device's own share sheet and the clipboard: public/share.js puts each here where the browser has it. */
function ShareButtons({ url, title, message, words }: ShareButtonsProps) {
  const { device, copy, copied } = words
  const looks = { share: buttons.main, copy: buttons.quiet, hidden: shared.visuallyHidden }
  const asData = JSON.stringify({ url, title, text: message, device, copy, copied, looks })
  return <span hidden data-share={asData} />
}
