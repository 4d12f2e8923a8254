import styles from '#components/organisers/common/ToLookAt.module.css'
import type { OpenApproval } from '#lib/approvals/list-approvals.ts'
import type { Messages } from '#lib/text/messages.ts'

type ApprovalFactsProps = {
  approval: OpenApproval
  /** What exactly is asked, a line each. */
  asked: string[]
  words: Messages['organisers']['approvals']
  formatTime: (time: Date) => string
}

/** Who asks for what and why, until when; of one's own request, what was answered. */
export function ApprovalFacts({ approval, asked, words, formatTime }: ApprovalFactsProps) {
  const { askedBy, requestedAt, reason, isOwn, state, answer, expiresAt } = approval
  return (
    <>
      <p>
        <bdi>{askedBy}</bdi>, {formatTime(requestedAt)}
      </p>
      <ul className={styles.asked}>
        {asked.map(line => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
      <blockquote className={styles.words}>
        <bdi>{reason}</bdi>
      </blockquote>
      {isOwn && <p>{words.states[state]}</p>}
      {isOwn && answer && (
        <blockquote className={styles.words}>
          <bdi>{answer}</bdi>
        </blockquote>
      )}
      <p>
        {words.until} {formatTime(expiresAt)}
      </p>
    </>
  )
}
