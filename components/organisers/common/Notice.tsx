import { wordFor } from '#components/ui/word-for.ts'
import styles from './Notice.module.css'

type NoticeProps = {
  /** Code of what came of the last press, from the address: whatever a stranger wrote there. */
  code: string | string[] | undefined
  words: Record<string, string>
}

/** What came of the last press; nothing for a code that is not known. */
export function Notice({ code, words }: NoticeProps) {
  const sentence = wordFor(words, code)
  return sentence ? (
    <p className={styles.notice} role="status">
      {sentence}
    </p>
  ) : null
}
