import styles from './PressKit.module.css'
import type { TallyCounts, TallyWords } from './Tally.tsx'
import { countWord, formatCount } from './tally-counts.ts'

/** The drawing, in files of public/press. */
const PICTURES = [
  { href: '/press/pulse.svg', kind: 'SVG' },
  { href: '/press/pulse.png', kind: 'PNG' },
]

type PressKitProps = {
  /** Null where nobody can count now. */
  tally: TallyCounts | null
  /** "Counted on 26 May 2026", in words. */
  countedOn?: string
  /** The letter as a text file, in each language. */
  texts: { href: string; locale: string; name: string }[]
  locale: string
  words: { figures: string; text: string; pictures: string; picture: string; counts: TallyWords }
}

/** What may be taken away from here: figures of today, the text, the campaign's drawing. */
export function PressKit({ tally, countedOn, texts, locale, words }: PressKitProps) {
  return (
    <div className={styles.kit}>
      {tally && tally.signatures > 0 && (
        <section className={styles.figures} aria-label={words.figures}>
          <dl className={styles.counts}>
            {(['signatures', 'organisations', 'countries'] as const).map(part => (
              <div key={part}>
                <dt>{countWord(locale, tally[part], words.counts[part])}</dt>
                <dd>{formatCount(locale, tally[part])}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.day}>{countedOn}</p>
        </section>
      )}
      <section aria-labelledby="press-text">
        <h2 id="press-text" className={styles.title}>
          {words.text}
        </h2>
        <ul className={styles.files}>
          {texts.map(text => (
            <li key={text.href}>
              <a href={text.href} hrefLang={text.locale} lang={text.locale}>
                {text.name}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="press-pictures">
        <h2 id="press-pictures" className={styles.title}>
          {words.pictures}
        </h2>
        <img
          className={styles.picture}
          src="/press/pulse.svg"
          alt={words.picture}
          width="322"
          height="67"
        />
        <ul className={styles.files}>
          {PICTURES.map(({ href, kind }) => (
            <li key={href}>
              <a href={href} download>
                {kind}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
