import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Panel.module.css'

type ConfirmPanelProps = {
  /** What will be signed, in words; rows without a value are left out. */
  signature: {
    name: string
    organisation?: string | null
    role?: string | null
    country?: string | null
    category?: string | null
    statement?: string | null
    isPublic: boolean
  }
  token: string
  /** Address that takes the press of the button. */
  action: string
  words: Words['confirm']
}

const ROWS = ['role', 'organisation', 'country', 'category', 'statement'] as const

/** The signature and one large button: opening the page changes nothing, the button does. */
export function ConfirmPanel({ signature, token, action, words }: ConfirmPanelProps) {
  const rows = ROWS.filter(row => signature[row])
  return (
    <div className={styles.panel}>
      <h1 className={styles.title}>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <p className={styles.signed}>
        <span aria-hidden="true" className={styles.mark}>
          ×
        </span>{' '}
        <bdi>{signature.name}</bdi>
      </p>
      <dl className={styles.rows}>
        {rows.map(row => (
          <div key={row}>
            <dt>{words[row]}</dt>
            <dd>
              <bdi>{signature[row]}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p>{signature.isPublic ? words.publicYes : words.publicNo}</p>
      <form action={action} method="post" className={styles.form}>
        <input type="hidden" name="token" value={token} />
        <Button type="submit">{words.button}</Button>
      </form>
      <p className={styles.note}>{words.notYou}</p>
    </div>
  )
}
