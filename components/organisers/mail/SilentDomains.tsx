import type { Messages } from '#lib/text/messages.ts'
import styles from './Mail.module.css'

type SilentDomainsProps = {
  /** Empty for who may not see domains. */
  domains: string[]
  words: Messages['organisers']['mail']['silent']
}

/** Says that confirmations from somewhere have suddenly stopped, and what to do. */
export function SilentDomains({ domains, words }: SilentDomainsProps) {
  return (
    <section className={styles.notice} aria-labelledby="silent">
      <h2 id="silent">{words.heading}</h2>
      {domains.length > 0 && (
        <p>
          <bdi>{domains.join(', ')}</bdi>
        </p>
      )}
      <p>{words.why}</p>
      <ol>
        {Object.values(words.steps).map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </section>
  )
}
