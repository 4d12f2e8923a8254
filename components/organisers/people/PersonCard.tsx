import type { ReactNode } from 'react'
import small from '#components/organisers/account/SessionList.module.css'
import type { OrganiserRole } from '#lib/database/types.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './PersonCard.module.css'

const ROLES = ['viewer', 'moderator', 'exporter', 'owner'] as const

type PersonCardProps = {
  person: {
    id: string
    name: string | null
    email: string
    role: OrganiserRole
    state: 'in' | 'invited' | 'out'
  }
  /** Whether this is who looks: nobody changes herself. */
  isSelf: boolean
  changeRole: (form: FormData) => Promise<void>
  remove: (form: FormData) => Promise<void>
  /** The form that makes a new link. */
  reset: ReactNode
  /** Her sessions. */
  sessions: ReactNode
  /** How many there are, in words. */
  sessionCount: string
  words: Messages['organisers']['people']
  roles: Messages['organisers']['roles']
  /** Label of the choice of a role, which names her. */
  roleLabel: string
}

/** One organiser, as owners see and change her. */
export function PersonCard(props: PersonCardProps) {
  const { person, isSelf, words, roles } = props
  return (
    <li className={styles.card} data-email={person.email}>
      <p className={styles.who}>
        <strong>
          <bdi>{person.name ?? person.email}</bdi>
        </strong>
        {person.name && <bdi>{person.email}</bdi>}
        <span>
          {roles[person.role]}
          {isSelf && ` (${words.you})`} · {words.states[person.state]}
        </span>
      </p>
      <details>
        <summary>{props.sessionCount}</summary>
        {props.sessions}
      </details>
      {!isSelf && (
        <div className={styles.actions}>
          <form action={props.changeRole} className={styles.role}>
            <input type="hidden" name="id" value={person.id} />
            <select name="role" defaultValue={person.role} aria-label={props.roleLabel}>
              {ROLES.map(role => (
                <option key={role} value={role}>
                  {roles[role]}
                </option>
              ))}
            </select>
            <button type="submit" className={small.small}>
              {words.change}
            </button>
          </form>
          <details>
            <summary>{words.reset}</summary>
            <p className={styles.hint}>{words.resetHint}</p>
            {props.reset}
          </details>
          <details>
            <summary>{words.remove}</summary>
            <form action={props.remove}>
              <input type="hidden" name="id" value={person.id} />
              <button type="submit" className={small.small}>
                {words.sure}
              </button>
            </form>
          </details>
        </div>
      )}
    </li>
  )
}
