import { NewsArticle } from '#components/news/NewsArticle.tsx'
import styles from '#components/organisers/common/Draft.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Block } from '#lib/content/blocks.ts'

type NewsPreviewProps = {
  items: {
    language: string
    title: string
    /** The day, and whose answer it is. */
    lead: string
    blocks: Block[]
    source: string | null
    answer: { who: string; quote: string } | null
    words: { source: string }
  }[]
  words: { heading: string; none: string }
}

/** Each language as readers will see it. */
export function NewsPreview({ items, words }: NewsPreviewProps) {
  return (
    <WorkSection id="preview" title={words.heading}>
      {items.length === 0 && <p>{words.none}</p>}
      <div className={styles.languages}>
        {items.map(({ language, title, lead, ...article }) => (
          <article key={language} className={styles.language} lang={language}>
            <h3>{title}</h3>
            <p>{lead}</p>
            <NewsArticle {...article} />
          </article>
        ))}
      </div>
    </WorkSection>
  )
}
