import styles from '#components/organisers/common/ToLookAt.module.css'
import { ButtonLink } from '#components/ui/Button.tsx'
import type { OpenApproval } from '#lib/approvals/list-approvals.ts'
import type { Messages } from '#lib/text/messages.ts'
import { ApprovalFacts } from './ApprovalFacts.tsx'

type ApprovalListProps = {
  /** `asked` says what exactly is asked, a line each. */
  approvals: (OpenApproval & { asked: string[] })[]
  /** Path of this page, below which each request has its own. */
  room: string
  words: Messages['organisers']['approvals']
  formatTime: (time: Date) => string
}

/** Open requests, each with the way to the page where it is read whole. */
export function ApprovalList({ approvals, room, words, formatTime }: ApprovalListProps) {
  if (approvals.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {approvals.map(({ asked, ...approval }) => (
        <li key={approval.id} className={styles.row}>
          <strong>{words.kinds[approval.kind]}</strong>
          <ApprovalFacts approval={approval} asked={asked} words={words} formatTime={formatTime} />
          <ButtonLink
            look="quiet"
            href={`${room}/${approval.id}`}
            aria-label={`${words[labelOf(approval)]} – ${approval.askedBy}`}
          >
            {words[labelOf(approval)]}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

function labelOf({ isOwn, state }: OpenApproval) {
  if (!isOwn) return 'read'
  return state === 'approved' ? 'goOn' : 'open'
}
