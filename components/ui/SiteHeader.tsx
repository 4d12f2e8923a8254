import type { Messages } from '#lib/text/messages.ts'
import { type LanguageLink, LanguageSwitch } from './LanguageSwitch.tsx'
import styles from './SiteHeader.module.css'
import { SkipLink } from './SkipLink.tsx'

type SiteHeaderProps = {
  /** Short title of the letter. */
  siteName: string
  homeHref: string
  /** Where one signs: the form under the letter. None while nobody can. */
  signHref?: string
  languages: LanguageLink[]
  words: Messages['site']
}

/** Stays at the top of the window: the button to sign is there at any scroll position. */
export function SiteHeader({ siteName, homeHref, signHref, languages, words }: SiteHeaderProps) {
  return (
    <header className={styles.header}>
      <SkipLink href="#main" label={words.skip} />
      <a className={styles.name} href={homeHref}>
        <svg aria-hidden="true" data-logo="" className={styles.mark} viewBox="2 6 60 52">
          <path d="M5 37h13l4 5 8-33 9 46 5-18h15" />
        </svg>
        <span className={styles.title}>{siteName}</span>
      </a>
      <a className={styles.menu} href="#menu">
        {words.menu}
      </a>
      <LanguageSwitch languages={languages} label={words.languages} />
      {signHref && (
        <a className={styles.sign} href={signHref}>
          {words.sign}
        </a>
      )}
    </header>
  )
}
