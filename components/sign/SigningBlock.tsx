import type { ReactNode } from 'react'
import styles from './SigningBlock.module.css'
import type { SignFormWords } from './sign-form-words.ts'

type SigningBlockProps = {
  words: Pick<SignFormWords, 'heading' | 'lead'>
  /** Until when one can sign, in words, where that is known. */
  closes?: string | null
  /** The form; none once the letter is closed. */
  children?: ReactNode
}

/** Where the letter is signed: the target of every "Sign" link, around the form. */
export function SigningBlock({ words, closes, children }: SigningBlockProps) {
  return (
    <section id="sign" className={styles.block} aria-labelledby="sign-title">
      <div className={styles.inner}>
        <div>
          <h2 id="sign-title" className={styles.title}>
            {words.heading}
          </h2>
          <p className={styles.lead}>{words.lead}</p>
          {closes && (
            <p className={styles.lead}>
              <strong>{closes}</strong>
            </p>
          )}
        </div>
        {children}
      </div>
    </section>
  )
}
