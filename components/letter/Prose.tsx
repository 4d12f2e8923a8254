import { anchorOf } from '#lib/content/anchor.ts'
import { type Block, plainText } from '#lib/content/blocks.ts'
import { Blocks } from './Blocks.tsx'
import styles from './Prose.module.css'

type ProseProps = {
  blocks: Block[]
  words: { contents: string }
}

/** A page of content/ set on a sheet, as the letter is, with a way to each of its parts. */
export function Prose({ blocks, words }: ProseProps) {
  const headings = blocks.flatMap(block =>
    block.kind === 'heading' && block.depth === 2 ? plainText(block.children) : [],
  )
  return (
    <div className={styles.sheet}>
      <nav aria-label={words.contents} className={styles.contents}>
        <ul className={styles.list}>
          {headings.map(heading => (
            <li key={heading}>
              <a href={`#${anchorOf(heading)}`}>{heading}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.text}>
        <Blocks blocks={blocks} />
      </div>
    </div>
  )
}
