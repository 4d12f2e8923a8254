import { type LanguageLink, LanguageSwitch } from '#components/ui/LanguageSwitch.tsx'
import { Pulse } from '#components/ui/Pulse.tsx'
import styles from './SoonPage.module.css'

type SoonPageProps = {
  /** Who runs the site. */
  organisation: string
  contactEmail: string
  languages: LanguageLink[]
  words: { title: string; lead: string; contact: string; languages: string }
}

/** Before the letter is public: a promise, and nobody's words. */
export function SoonPage({ organisation, contactEmail, languages, words }: SoonPageProps) {
  return (
    <main className={styles.soon} id="main">
      <LanguageSwitch languages={languages} label={words.languages} />
      <div className={styles.middle}>
        <Pulse variant="divider" />
        <h1 className={styles.title}>{words.title}</h1>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      <p className={styles.foot}>
        {organisation} · <a href={`mailto:${contactEmail}`}>{words.contact}</a>
      </p>
    </main>
  )
}
