import type { ReactNode } from 'react'
import type { Block } from '#lib/content/blocks.ts'
import type { Messages } from '#lib/text/messages.ts'
import { Blocks } from './Blocks.tsx'
import styles from './LetterBody.module.css'

type LetterBodyProps = {
  blocks: Block[]
  /** Hash of the text (lib/content). */
  version: string
  /** Where this version and the earlier ones are kept. */
  versionHref: string
  isAuthoritative: boolean
  /** Which text decides, in words. */
  decides: string
  /** The authoritative text, for a reader of a translation. */
  authoritative: { href: string; locale: string }
  words: Messages['letter']
  /** The foot of the letter: its first signatories. */
  children?: ReactNode
}

/** The letter, on a sheet of its own. */
export function LetterBody(props: LetterBodyProps) {
  const { blocks, version, versionHref, isAuthoritative, decides, authoritative, words } = props
  return (
    <section className={styles.sheet} id="letter" aria-label={words.textHeading}>
      <div className={styles.text}>
        <Blocks blocks={blocks} />
      </div>
      {props.children}
      <footer className={styles.colophon}>
        <p>
          {decides}{' '}
          {!isAuthoritative && (
            <a href={authoritative.href} hrefLang={authoritative.locale}>
              {words.readAuthoritative}
            </a>
          )}
        </p>
        <p>
          <a href={versionHref}>{words.version}</a>{' '}
          <code className={styles.version}>{version}</code>
        </p>
      </footer>
    </section>
  )
}
