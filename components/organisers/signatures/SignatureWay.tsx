import type { Messages } from '#lib/text/messages.ts'
import styles from './SignatureWay.module.css'

type SignatureWayProps = {
  back: { href: string; name: string }
  /** Null at either end of the search. */
  previousHref: string | null
  nextHref: string | null
  words: Pick<Messages['organisers']['signatures']['detail'], 'way' | 'previous' | 'next'>
}

/** From one signature back to the table, and to its neighbours there. */
export function SignatureWay({ back, previousHref, nextHref, words }: SignatureWayProps) {
  return (
    <nav aria-label={words.way} className={styles.way}>
      <a href={back.href}>{back.name}</a>
      {previousHref && (
        <a href={previousHref} rel="prev">
          {words.previous}
        </a>
      )}
      {nextHref && (
        <a href={nextHref} rel="next">
          {words.next}
        </a>
      )}
    </nav>
  )
}
