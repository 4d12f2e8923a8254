import styles from '#components/organisers/common/ToLookAt.module.css'
import work from '#components/organisers/common/Work.module.css'
import { Button } from '#components/ui/Button.tsx'
import { TextArea } from '#components/ui/Field.tsx'
import { LONGEST_ANSWER } from '#lib/approvals/kinds.ts'
import type { Messages } from '#lib/text/messages.ts'

type DecideApprovalProps = {
  id: string
  /** Whether what was asked is still what is there. */
  mayApprove: boolean
  action: (form: FormData) => Promise<void>
  words: Messages['organisers']['approvals']
}

/** Yes or no, with a reason that the requester reads. */
export function DecideApproval({ id, mayApprove, action, words }: DecideApprovalProps) {
  return (
    <section className={work.work} aria-labelledby="decide">
      <h2 id="decide">{words.decide}</h2>
      <form action={action} className={work.form}>
        <input type="hidden" name="id" value={id} />
        <div className={work.wide}>
          <TextArea
            id="answer"
            name="answer"
            label={words.answer.label}
            hint={words.answer.hint}
            rows={3}
            maxLength={LONGEST_ANSWER}
          />
        </div>
        <div className={styles.buttons}>
          {mayApprove && (
            <Button type="submit" name="decision" value="approve">
              {words.approve}
            </Button>
          )}
          <Button type="submit" name="decision" value="refuse" look="quiet">
            {words.refuse}
          </Button>
        </div>
      </form>
    </section>
  )
}
