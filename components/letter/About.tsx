import type { Block } from '#lib/letter/blocks.ts'
import styles from './About.module.css'
import { Blocks } from './Blocks.tsx'

/** A page of content/ set for reading: about the letter, privacy. */
export function About({ blocks }: { blocks: Block[] }) {
  return (
    <div className={styles.text}>
      <Blocks blocks={blocks} />
    </div>
  )
}
