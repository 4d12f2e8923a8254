import type { ReactNode } from 'react'
import { Pulse } from '#components/ui/Pulse.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './LetterHead.module.css'

type LetterHeadProps = {
  title: string
  addressee: string
  launchedBy: string
  /** ISO 8601 day. */
  date: string
  /** The same day in words. */
  formattedDate: string
  words: Messages['letter']
  /** The tally. */
  children: ReactNode
}

/** From the headline to the first line of the letter. */
export function LetterHead(props: LetterHeadProps) {
  const { title, addressee, launchedBy, date, formattedDate, words, children } = props
  return (
    <div>
      <div className={styles.inner}>
        <p className={styles.kind}>{words.openLetter}</p>
        <h1 className={styles.title}>{title}</h1>
      </div>
      <div className={styles.paper}>
        <Pulse variant="signature" />
      </div>
      <div className={styles.below}>
        <div>
          <p className={styles.addressee}>{addressee}</p>
          <p className={styles.origin}>
            {words.launchedBy} <bdi>{launchedBy}</bdi>, <time dateTime={date}>{formattedDate}</time>
          </p>
        </div>
        {children}
      </div>
    </div>
  )
}
