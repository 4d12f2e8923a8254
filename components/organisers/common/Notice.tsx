import { wordFor } from '#components/ui/word-for.ts'
import styles from './Notice.module.css'

type NoticeProps = {
  /** Notice code from the address: whatever a stranger wrote there. */
  code: string | string[] | undefined
  words: Record<string, string>
}

/** Notice of the last action's outcome; nothing for an unknown code. */
export function Notice({ code, words }: NoticeProps) {
  const sentence = wordFor(words, code)
  return sentence ? (
    <p className={styles.notice} role="status">
      {sentence}
    </p>
  ) : null
}
