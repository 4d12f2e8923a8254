import type { readReportedNames } from '#lib/organisers/reported-names.ts'
import type { Words } from '#lib/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './ToLookAt.module.css'

type ReportedListProps = {
  reported: Awaited<ReturnType<typeof readReportedNames>>
  decide: (form: FormData) => Promise<void>
  words: Words['organisers']['reported']
  reasons: Record<string, string>
}

/** Names that readers reported, each to be hidden or kept. */
export function ReportedList({ reported, decide, words, reasons }: ReportedListProps) {
  if (reported.length === 0) return <p>{words.none}</p>
  return (
    <ul className={styles.list}>
      {reported.map(({ id, name, organisation, reasons: given }) => (
        <li key={id} className={styles.row}>
          <p>
            <strong>
              <bdi>{organisation ? `${organisation} – ${name}` : name}</bdi>
            </strong>
          </p>
          <p>{given.map(reason => reasons[reason] ?? reason).join(', ')}</p>
          <form action={decide} className={styles.buttons}>
            <input type="hidden" name="id" value={id} />
            <Button type="submit" look="quiet" name="decision" value="hide">
              {words.hide}
            </Button>
            <Button type="submit" look="quiet" name="decision" value="keep">
              {words.keep}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  )
}
