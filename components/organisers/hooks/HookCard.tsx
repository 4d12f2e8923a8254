import styles from '#components/organisers/PersonCard.module.css'
import small from '#components/organisers/SessionList.module.css'
import type { Messages } from '#lib/text/messages.ts'
import { HookLog, type LoggedMessage } from './HookLog.tsx'

type HookAction = (form: FormData) => Promise<void>

type HookCardProps = {
  hook: { id: string; url: string; disabledAt: Date | null }
  /** How it is doing, in words. */
  state: string
  /** How many messages wait, in words. */
  waiting: string
  /** The last ones, newest first. */
  messages: LoggedMessage[]
  actions: { test: HookAction; enable: HookAction; remove: HookAction }
  words: Messages['organisers']['hooks']
}

/** One address that is told, how it answers, and what can be done about it. */
export function HookCard(props: HookCardProps) {
  const { hook, state, waiting, messages, actions, words } = props
  return (
    <li className={styles.card}>
      <p className={styles.who}>
        <strong>
          <bdi dir="ltr">{hook.url}</bdi>
        </strong>
        <span>
          {state} {waiting}
        </span>
      </p>
      {messages.length > 0 && <HookLog messages={messages} words={words} label={hook.url} />}
      <div className={styles.actions}>
        <PressOne id={hook.id} action={actions.test} name={words.test} />
        {hook.disabledAt && <PressOne id={hook.id} action={actions.enable} name={words.enable} />}
        <details>
          <summary>{words.remove}</summary>
          <PressOne id={hook.id} action={actions.remove} name={words.sure} />
        </details>
      </div>
    </li>
  )
}

function PressOne({ id, action, name }: { id: string; action: HookAction; name: string }) {
  return (
    <form action={action}>
      <input type="hidden" name="id" value={id} />
      <button type="submit" className={small.small}>
        {name}
      </button>
    </form>
  )
}
