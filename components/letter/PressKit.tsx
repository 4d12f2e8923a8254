import { VersionsApart } from '#components/versions/VersionsApart.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './PressKit.module.css'
import type { TallyCounts } from './Tally.tsx'
import { countWord, formatCount } from './tally-counts.ts'

type PressKitProps = {
  /** Of the letter as it stands; null where nobody can count now. */
  tally: TallyCounts | null
  /** A sentence for each earlier version that signatures still stand by. */
  apart: string[]
  /** "Counted on 26 May 2026", in words. */
  countedOn?: string
  /** The letter in each language, as files of each kind. */
  texts: { locale: string; name: string; files: { href: string; kind: string }[] }[]
  /** The drawing, the one to show first; none for a letter without one. */
  pictures: { href: string; kind: string }[]
  /** What is seen on it. */
  pictured: string
  locale: string
  words: {
    figures: string
    letter: string
    pictures: string
    counts: Messages['tally']
  }
}

/** What may be taken away from here: figures of today, the text, the campaign's drawing. */
export function PressKit(props: PressKitProps) {
  const { tally, apart, countedOn, texts, pictures, pictured, locale, words } = props
  return (
    <div className={styles.kit}>
      {tally && (tally.signatures > 0 || apart.length > 0) && (
        <section className={styles.figures} aria-label={words.figures}>
          <dl className={styles.counts}>
            {(['signatures', 'organisations', 'countries'] as const).map(part => (
              <div key={part}>
                <dt>{countWord(locale, tally[part], words.counts[part])}</dt>
                <dd>{formatCount(locale, tally[part])}</dd>
              </div>
            ))}
          </dl>
          <VersionsApart sentences={apart} />
          <p className={styles.day}>{countedOn}</p>
        </section>
      )}
      <section aria-labelledby="press-letter">
        <h2 id="press-letter" className={styles.title}>
          {words.letter}
        </h2>
        {texts.map(({ locale: language, name, files }) => (
          <ul key={language} className={styles.files}>
            {files.map(({ href, kind }) => (
              <li key={href}>
                <a href={href} hrefLang={language}>
                  <span lang={language}>{name}</span>, {kind}
                </a>
              </li>
            ))}
          </ul>
        ))}
      </section>
      {pictures.length > 0 && <Pictures pictures={pictures} pictured={pictured} words={words} />}
    </div>
  )
}

type PicturesProps = Pick<PressKitProps, 'pictures' | 'pictured' | 'words'>

function Pictures({ pictures, pictured, words }: PicturesProps) {
  return (
    <section aria-labelledby="press-pictures">
      <h2 id="press-pictures" className={styles.title}>
        {words.pictures}
      </h2>
      <img
        className={styles.picture}
        src={pictures[0]?.href}
        alt={pictured}
        width="322"
        height="67"
      />
      <ul className={styles.files}>
        {pictures.map(({ href, kind }) => (
          <li key={href}>
            <a href={href} download>
              {kind}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
