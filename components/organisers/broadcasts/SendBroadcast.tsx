import styles from '#components/organisers/common/Draft.module.css'
import work from '#components/organisers/common/Work.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'

type Action = (form: FormData) => Promise<void>

type SendBroadcastProps = {
  id: string
  /** Revision that is shown, so that no other is sent. */
  subject: string
  /** Sentences: how many get it, how long it takes, how often they were written to. */
  facts: string[]
  /** How far a second organiser's approval is; null where none is needed. */
  approval: 'missing' | 'waiting' | 'approved' | 'refused' | null
  /** Whether it can be sent as it is: until then the step of the page is to write. */
  isReady: boolean
  test: { action: Action; hint: string }
  start: Action
  /** Null for one that may not wait. */
  schedule: { action: Action; hint: string } | null
  ask: Action
  discard: Action
  words: Messages['organisers']['broadcasts']['send']
}

/** Facts before sending, and the buttons that test, send or discard the draft. */
export function SendBroadcast(props: SendBroadcastProps) {
  const { id, subject, facts, approval, isReady, test, start, schedule, ask, discard, words } =
    props
  const needsAsking = approval === 'missing' || approval === 'refused'
  const step = !isReady || approval === 'waiting' ? null : needsAsking ? 'ask' : 'start'
  return (
    <WorkSection id="send" title={words.heading}>
      <ul className={styles.facts}>
        {facts.map(fact => (
          <li key={fact}>{fact}</li>
        ))}
        {approval && <li>{words.approval[approval]}</li>}
      </ul>
      <p id="test-hint">{test.hint}</p>
      <form action={start} className={styles.buttons}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="subject" value={subject} />
        <Button type="submit" look="quiet" formAction={test.action} aria-describedby="test-hint">
          {words.test}
        </Button>
        {needsAsking && (
          <Button type="submit" look={step === 'ask' ? 'main' : 'quiet'} formAction={ask}>
            {words.ask}
          </Button>
        )}
        <Button type="submit" look={step === 'start' ? 'main' : 'quiet'}>
          {words.start}
        </Button>
        <Button type="submit" look="quiet" formAction={discard}>
          {words.discard}
        </Button>
      </form>
      {schedule && (
        <form action={schedule.action} className={work.form}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="subject" value={subject} />
          <Field
            id="scheduledFor"
            name="scheduledFor"
            type="datetime-local"
            label={words.scheduledFor}
            hint={schedule.hint}
            required
          />
          <Button type="submit" look="quiet">
            {words.schedule}
          </Button>
        </form>
      )}
    </WorkSection>
  )
}
