import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { type LanguageLink, LanguageSwitch } from '../ui/LanguageSwitch.tsx'
import { SkipLink } from '../ui/SkipLink.tsx'
import styles from './ConsoleFrame.module.css'

/** A room of the console in its menu. */
export type RoomLink = { name: string; href: string; isCurrent: boolean }

type ConsoleFrameProps = {
  /** Short title of the letter. */
  siteName: string
  /** The public page. */
  homeHref: string
  rooms: RoomLink[]
  languages: LanguageLink[]
  /** Address of who is signed in. */
  signedInAs: string
  signOut: (form: FormData) => Promise<void>
  title: string
  lead?: string | undefined
  words: { skip: string; languages: string; rooms: string; signOut: string }
  children: ReactNode
}

/** The organisers' console: a menu of rooms beside the work. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { siteName, homeHref, rooms, languages, signedInAs, signOut, title, lead, words } = props
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <SkipLink href="#main" label={words.skip} />
        <a className={styles.name} href={homeHref}>
          {siteName}
        </a>
        <LanguageSwitch languages={languages} label={words.languages} />
        <form action={signOut} className={styles.account}>
          <span className={styles.email}>{signedInAs}</span>
          <Button type="submit" look="quiet">
            {words.signOut}
          </Button>
        </form>
      </header>
      <nav className={styles.rooms} aria-label={words.rooms}>
        <ul>
          {rooms.map(({ name, href, isCurrent }) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent ? 'page' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main id="main" className={styles.main}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {props.children}
      </main>
    </div>
  )
}
