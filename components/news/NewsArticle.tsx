import { Blocks } from '#components/letter/Blocks.tsx'
import type { Block } from '#lib/content/blocks.ts'
import styles from './News.module.css'
import { Quote } from './Quote.tsx'

type NewsArticleProps = {
  blocks: Block[]
  answer: { who: string; quote: string } | null
  source: string | null
  words: { source: string }
}

/** A piece of news on its sheet, with where it comes from. */
export function NewsArticle({ blocks, answer, source, words }: NewsArticleProps) {
  return (
    <div className={styles.sheet}>
      {answer && <Quote {...answer} />}
      <div className={styles.text}>
        <Blocks blocks={blocks} />
      </div>
      {source && (
        <p className={styles.source}>
          {words.source}{' '}
          <a href={source} rel="noreferrer">
            {new URL(source).hostname}
          </a>
        </p>
      )}
    </div>
  )
}
