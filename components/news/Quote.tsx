import styles from './News.module.css'

type QuoteProps = { who: string; quote: string }

/** What somebody said for a government, in her own words. */
export function Quote({ who, quote }: QuoteProps) {
  return (
    <figure className={styles.quote}>
      <blockquote>
        <bdi>{quote}</bdi>
      </blockquote>
      <figcaption>
        <bdi>{who}</bdi>
      </figcaption>
    </figure>
  )
}
