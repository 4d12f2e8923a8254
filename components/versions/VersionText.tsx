import { Blocks } from '#components/letter/Blocks.tsx'
import type { Block } from '#lib/content/blocks.ts'
import styles from './VersionText.module.css'

type VersionTextProps = {
  /** Language of the text, which need not be the page's. */
  language: string
  title: string
  addressee: string
  /** The letter's own day, ISO 8601, and in words. */
  date: string
  formattedDate: string
  blocks: Block[]
  /** Hash of the text. */
  version: string
  /** The words "Version of the text". */
  versionLabel: string
}

/** One version of the letter, in full: what its hash is the hash of. */
export function VersionText(props: VersionTextProps) {
  const { language, title, addressee, date, formattedDate, blocks, version, versionLabel } = props
  return (
    <article className={styles.sheet}>
      <div lang={language} className={styles.text}>
        <p className={styles.addressee}>{addressee}</p>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.date}>
          <time dateTime={date}>{formattedDate}</time>
        </p>
        <Blocks blocks={blocks} />
      </div>
      <p className={styles.colophon}>
        {versionLabel} <code className={styles.hash}>{version}</code>
      </p>
    </article>
  )
}
