import styles from '#components/signatories/Pager.module.css'
import { ButtonLink } from '#components/ui/Button.tsx'
import type { Messages } from '#lib/text/messages.ts'

type TablePagerProps = {
  newerHref: string | null
  olderHref: string | null
  words: Messages['organisers']['signatures']['pages']
}

/** From one page of the table to its neighbours. */
export function TablePager({ newerHref, olderHref, words }: TablePagerProps) {
  if (!newerHref && !olderHref) return null
  return (
    <nav aria-label={words.label} className={styles.pager}>
      {newerHref && (
        <ButtonLink look="quiet" href={newerHref} rel="prev">
          {words.newer}
        </ButtonLink>
      )}
      {olderHref && (
        <ButtonLink look="quiet" href={olderHref} rel="next">
          {words.older}
        </ButtonLink>
      )}
    </nav>
  )
}
