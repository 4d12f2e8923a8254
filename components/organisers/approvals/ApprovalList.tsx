import styles from '#components/organisers/common/ToLookAt.module.css'
import { Button } from '#components/ui/Button.tsx'
import type { OpenApproval } from '#lib/approvals/list-approvals.ts'
import type { Messages } from '#lib/text/messages.ts'

type ApprovalListProps = {
  /** `asked` says what exactly is asked, a line each. */
  approvals: (OpenApproval & { asked: string[] })[]
  decide: (form: FormData) => Promise<void>
  words: Messages['organisers']['approvals']
  formatTime: (time: Date) => string
}

/** Open approvals, with two buttons for everybody but the requester. */
export function ApprovalList({ approvals, decide, words, formatTime }: ApprovalListProps) {
  if (approvals.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {approvals.map(approval => (
        <li key={approval.id} className={styles.row}>
          <p>
            <strong>{words.kinds[approval.kind]}</strong>
            <br />
            <bdi>{approval.askedBy}</bdi>, {formatTime(approval.requestedAt)}
          </p>
          <ul className={styles.asked}>
            {approval.asked.map(line => (
              <li key={line}>
                <bdi>{line}</bdi>
              </li>
            ))}
          </ul>
          <blockquote className={styles.words}>
            <bdi>{approval.reason}</bdi>
          </blockquote>
          {approval.isOwn ? (
            <p>{words.states[approval.state]}</p>
          ) : (
            <DecisionForm id={approval.id} of={approval.askedBy} decide={decide} words={words} />
          )}
          <p>
            {words.until} {formatTime(approval.expiresAt)}
          </p>
        </li>
      ))}
    </ul>
  )
}

type DecisionFormProps = Pick<ApprovalListProps, 'decide' | 'words'> & { id: string; of: string }

function DecisionForm({ id, of, decide, words }: DecisionFormProps) {
  return (
    <form action={decide} className={styles.buttons}>
      <input type="hidden" name="id" value={id} />
      <Button type="submit" name="decision" value="approve" aria-label={`${words.approve} – ${of}`}>
        {words.approve}
      </Button>
      <Button
        type="submit"
        name="decision"
        value="refuse"
        look="quiet"
        aria-label={`${words.refuse} – ${of}`}
      >
        {words.refuse}
      </Button>
    </form>
  )
}
