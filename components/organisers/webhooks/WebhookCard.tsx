import small from '#components/organisers/account/SessionList.module.css'
import styles from '#components/organisers/people/PersonCard.module.css'
import type { Messages } from '#lib/text/messages.ts'
import { type LoggedMessage, WebhookLog } from './WebhookLog.tsx'

type WebhookAction = (form: FormData) => Promise<void>

type WebhookCardProps = {
  webhook: { id: string; url: string; disabledAt: Date | null }
  /** How it is doing, in words. */
  state: string
  /** How many messages wait, in words. */
  waiting: string
  /** The last ones, newest first. */
  messages: LoggedMessage[]
  actions: { test: WebhookAction; enable: WebhookAction; remove: WebhookAction }
  words: Messages['organisers']['webhooks']
}

/** One address that is told, how it answers, and what can be done about it. */
export function WebhookCard(props: WebhookCardProps) {
  const { webhook, state, waiting, messages, actions, words } = props
  return (
    <li className={styles.card}>
      <p className={styles.who}>
        <strong>
          <bdi dir="ltr">{webhook.url}</bdi>
        </strong>
        <span>
          {state} {waiting}
        </span>
      </p>
      {messages.length > 0 && <WebhookLog messages={messages} words={words} label={webhook.url} />}
      <div className={styles.actions}>
        <PressOne id={webhook.id} action={actions.test} name={words.test} />
        {webhook.disabledAt && (
          <PressOne id={webhook.id} action={actions.enable} name={words.enable} />
        )}
        <details>
          <summary>{words.remove}</summary>
          <PressOne id={webhook.id} action={actions.remove} name={words.sure} />
        </details>
      </div>
    </li>
  )
}

function PressOne({ id, action, name }: { id: string; action: WebhookAction; name: string }) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={small.small}>
        {name}
      </button>
    </form>
  )
}
