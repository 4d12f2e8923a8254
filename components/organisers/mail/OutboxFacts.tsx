import { MetricList } from '#components/organisers/common/MetricList.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Mail.module.css'

type OutboxFactsProps = {
  numbers: [name: string, value: string][]
  /** Whether the provider answers. */
  circuit: string
  quotas: { text: string; isWarned: boolean }[]
  words: Pick<Messages['organisers']['mail']['outbox'], 'heading' | 'warning'>
}

/** Queue, circuit breaker and quotas of the outbox. */
export function OutboxFacts({ numbers, circuit, quotas, words }: OutboxFactsProps) {
  return (
    <WorkSection id="outbox" title={words.heading}>
      <MetricList metrics={numbers} />
      <p>{circuit}</p>
      <ul className={styles.facts}>
        {quotas.map(({ text, isWarned }) => (
          <li key={text}>
            {text}
            {isWarned && <strong className={styles.warning}> {words.warning}</strong>}
          </li>
        ))}
      </ul>
    </WorkSection>
  )
}
