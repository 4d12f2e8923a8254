import type { ReactNode } from 'react'
import { Button } from '#components/ui/Button.tsx'
import { PlainForm } from '#components/ui/PlainForm.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { OutcomePanel } from './OutcomePanel.tsx'
import styles from './Panel.module.css'

type CheckMailPanelProps = {
  /** The address that was typed, where the browser still knows it. */
  address: string | null
  /** How the message is asked for once more, and whether it just was. */
  resend: { action: string; isDone: boolean; unreachable: string }
  letterHref: string
  /** Where the form is filled in again. */
  signHref: string
  /** The mail domain that was typed, and the one that was perhaps meant. */
  suggestion?: { typed: string; meant: string } | undefined
  /** How long the link of the mail works, in words. */
  lifetime: string
  /** Which mail may come, and which to open when none does. */
  limits: string
  words: Messages['checkMail']
  /** Another way to confirm. */
  children?: ReactNode
}

/** The same page for every address: only the mail tells who has signed. */
export function CheckMailPanel({
  address,
  resend,
  letterHref,
  signHref,
  suggestion,
  lifetime,
  limits,
  words,
  children,
}: CheckMailPanelProps) {
  return (
    <OutcomePanel title={words.title} lead={words.lead} pulse="none">
      {address && (
        <p>
          {words.typed}{' '}
          <strong>
            <bdi>{address}</bdi>
          </strong>
        </p>
      )}
      {resend.isDone && <p role="status">{words.again.done}</p>}
      {suggestion && (
        <p role="note">
          {words.didYouMean
            .replace('{typed}', suggestion.typed)
            .replace('{meant}', suggestion.meant)}{' '}
          <a href={signHref}>{words.change}</a>
        </p>
      )}
      <p>{lifetime}</p>
      <h2 className={styles.subtitle}>{words.notArrived}</h2>
      {address && (
        <PlainForm action={resend.action} base="resend" unreachable={resend.unreachable}>
          <Button type="submit" look="quiet">
            {words.again.button}
          </Button>
        </PlainForm>
      )}
      <p>{limits}</p>
      <ul className={styles.hints}>
        {Object.entries(words.hints).map(([hint, sentence]) => (
          <li key={hint}>{sentence}</li>
        ))}
      </ul>
      {children}
      <p>
        <a className={styles.back} href={letterHref}>
          {words.back}
        </a>
      </p>
    </OutcomePanel>
  )
}
