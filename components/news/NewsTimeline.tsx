import styles from './News.module.css'
import { Quote } from './Quote.tsx'

/** A piece of news as it stands in a list. */
export type TimelineEntry = {
  slug: string
  href: string
  title: string
  summary: string
  /** ISO 8601, and the same in words. */
  day: string
  formatDay: string
  /** Of the answer of a government: the country's name, who spoke, and the words. */
  answer: { country: string; who: string; quote: string } | null
}

type NewsTimelineProps = {
  entries: TimelineEntry[]
  /** Level of the titles, below that of what they stand in. */
  level: 2 | 3
  words: { answerOf: string }
}

/** What happened, newest first, along a line; what governments answered stands out. */
export function NewsTimeline({ entries, level, words }: NewsTimelineProps) {
  if (entries.length === 0) return null
  const Title = `h${level}` as const
  return (
    <ol className={styles.timeline}>
      {entries.map(({ slug, href, title, summary, day, formatDay, answer }) => (
        <li key={slug} className={answer ? styles.answer : styles.news}>
          <p className={styles.day}>
            <time dateTime={day}>{formatDay}</time>
            {answer && (
              <span className={styles.mark}>
                {words.answerOf} <bdi>{answer.country}</bdi>
              </span>
            )}
          </p>
          <Title className={styles.title}>
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
          </Title>
          {answer && <Quote {...answer} />}
          <p className={styles.summary}>
            <bdi>{summary}</bdi>
          </p>
        </li>
      ))}
    </ol>
  )
}
