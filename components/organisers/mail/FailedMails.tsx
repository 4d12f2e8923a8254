import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { FailedGroup } from '#lib/mail/outbox/failed-mails.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Mail.module.css'

type FailedWords = Messages['organisers']['mail']['failed']

type FailedMailsProps = {
  groups: (Omit<FailedGroup, 'mails'> & { mails: string })[]
  /** Null for who may only watch. */
  retryFailedMails: ((form: FormData) => Promise<void>) | null
  words: FailedWords
}

/** Failed mails by reason, each with a button that retries them. */
export function FailedMails({ groups, retryFailedMails, words }: FailedMailsProps) {
  return (
    <WorkSection id="failed" title={words.heading}>
      {groups.length === 0 && <p>{words.none}</p>}
      <ul className={styles.facts}>
        {groups.map(({ status, code, mails }) => (
          <li key={`${status} ${code}`} className={styles.group}>
            <span>
              {mails} – {status === 'unknown' ? words.unknown : reasonOf(code, words)}
            </span>
            {retryFailedMails && (
              <form action={retryFailedMails}>
                <input type="hidden" name="status" value={status} />
                <input type="hidden" name="code" value={code} />
                <Button type="submit" look="quiet">
                  {words.again}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </WorkSection>
  )
}

/** Replies of a mail server for good (RFC 5321, section 4.2.1). */
const REFUSED_BY_ITS_SERVER = /^smtp_5\d\d$/

/** A code that has no words of its own is shown as it is: it can be looked up. */
function reasonOf(code: string, { reasons, other }: FailedWords) {
  if (REFUSED_BY_ITS_SERVER.test(code)) return reasons.smtp_refused
  return wordFor(reasons, code) ?? `${other} ${code}`
}
