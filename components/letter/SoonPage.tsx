import { type LanguageLink, LanguageSwitch } from '#components/ui/LanguageSwitch.tsx'
import { Pulse } from '#components/ui/Pulse.tsx'
import styles from './SoonPage.module.css'

type SoonPageProps = {
  /** Who runs the site. */
  organisation: string
  contactEmail: string
  languages: LanguageLink[]
  /** For those who signed a letter that was public before; none where nobody did. */
  links: { href: string; name: string }[]
  words: { title: string; lead: string; signed: string; contact: string; languages: string }
}

/** Before the letter is public: a promise, and nobody's words. */
export function SoonPage({ organisation, contactEmail, languages, links, words }: SoonPageProps) {
  return (
    <main className={styles.soon} id="main">
      <LanguageSwitch languages={languages} label={words.languages} />
      <div className={styles.middle}>
        <Pulse variant="divider" />
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
        {links.length > 0 && (
          <>
            <p>{words.signed}</p>
            <ul>
              {links.map(({ href, name }) => (
                <li key={href}>
                  <a href={href}>{name}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <p className={styles.foot}>
        {organisation} · <a href={`mailto:${contactEmail}`}>{words.contact}</a>
      </p>
    </main>
  )
}
