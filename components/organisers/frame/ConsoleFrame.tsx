import type { ReactNode } from 'react'
import { type LanguageLink, LanguageSwitch } from '#components/ui/LanguageSwitch.tsx'
import { SkipLink } from '#components/ui/SkipLink.tsx'
import styles from './ConsoleFrame.module.css'
import { SignOutForm } from './SignOutForm.tsx'

/** A section of the console in its menu. */
export type NavigationLink = {
  name: string
  href: string
  isCurrent: boolean
  /** How many things wait there, as a number and in words. */
  waiting?: { count: number; label: string }
}

type ConsoleFrameProps = {
  /** Short title of the letter. */
  siteName: string
  /** The public page. */
  homeHref: string
  navigation: NavigationLink[]
  languages: LanguageLink[]
  /** Address of who is signed in. */
  signedInAs: string
  /** Where she manages password, second factors and sessions. */
  accountHref: string
  /** Her id, by which drafts of others in the same tab are told apart. */
  accountId: string
  signOut: (form: FormData) => Promise<void>
  title: string
  lead?: string | undefined
  words: { skip: string; languages: string; navigation: string; account: string; signOut: string }
  children: ReactNode
}

/** The organisers' console: a menu of navigation beside the work. */
export function ConsoleFrame(props: ConsoleFrameProps) {
  const { siteName, homeHref, navigation, languages, title, lead, words } = props
  return (
    <div className={styles.frame} data-account={props.accountId}>
      <header className={styles.header}>
        <SkipLink href="#main" label={words.skip} />
        <a className={styles.name} href={homeHref}>
          {siteName}
        </a>
        <LanguageSwitch languages={languages} label={words.languages} />
        <div className={styles.account}>
          <a href={props.accountHref} aria-label={`${words.account}, ${props.signedInAs}`}>
            <bdi>{props.signedInAs}</bdi>
          </a>
          <SignOutForm action={props.signOut} label={words.signOut} />
        </div>
      </header>
      <nav className={styles.navigation} aria-label={words.navigation}>
        <ul>
          {navigation.map(({ name, href, isCurrent, waiting }) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent ? 'page' : undefined} title={waiting?.label}>
                {name}
                {waiting && <span className={styles.waiting}> {waiting.count}</span>}
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
