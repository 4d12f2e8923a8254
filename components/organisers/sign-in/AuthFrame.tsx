import type { ReactNode } from 'react'
import { type LanguageLink, LanguageSwitch } from '#components/ui/LanguageSwitch.tsx'
import { Pulse } from '#components/ui/Pulse.tsx'
import { SkipLink } from '#components/ui/SkipLink.tsx'
import styles from './AuthFrame.module.css'

type AuthFrameProps = {
  /** Short title of the letter. */
  siteName: string
  /** The public page. */
  homeHref: string
  languages: LanguageLink[]
  title: string
  lead?: string | undefined
  note?: string | undefined
  words: { skip: string; languages: string; back: string }
  children: ReactNode
}

/** The way into the console: one thing to do on each page, and nothing else to look at. */
export function AuthFrame(props: AuthFrameProps) {
  const { siteName, homeHref, languages, title, lead, note, words, children } = props
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <SkipLink href="#main" label={words.skip} />
        <a className={styles.name} href={homeHref}>
          {siteName}
        </a>
        <LanguageSwitch languages={languages} label={words.languages} />
      </header>
      <main id="main" className={styles.main}>
        <Pulse variant="divider" />
        <div className={styles.card}>
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {note && <p className={styles.note}>{note}</p>}
          {children}
        </div>
        <p className={styles.back}>
          <a href={homeHref}>{words.back}</a>
        </p>
      </main>
    </div>
  )
}
