import { ButtonLink } from '#components/ui/Button.tsx'
import type { Proof } from '#lib/signatory-data/read-inclusion-proofs.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './Proofs.module.css'

type InclusionProofsProps = {
  proofs: (Omit<Proof, 'snapshot'> & {
    root: string
    /** On which it was handed over, and for which country alone, in words. */
    day: string
    /** Where the proof is as a file. */
    href: string
  })[]
  words: Messages['verify']['mine']
}

/** The deliveries that one signature is in, with the whole way from its leaf to the root. */
export function InclusionProofs({ proofs, words }: InclusionProofsProps) {
  if (proofs.length === 0) return <p>{words.notIn}</p>
  return (
    <ul className={styles.list}>
      {proofs.map(({ day, href, leaf, salt, record, path, root }) => (
        <li key={href}>
          <p role="status">
            <strong>{words.isIn}</strong> {day}
          </p>
          {record === null && <p>{words.erased}</p>}
          <details>
            <summary>{words.how}</summary>
            <dl className={styles.proof}>
              <Line term={words.record} text={record} />
              <Line term={words.salt} text={salt} />
              <Line term={words.leaf} text={leaf} />
              <dt>{words.path}</dt>
              <dd>
                <ol className={styles.path}>
                  {path.map(({ side, hash }) => (
                    <li key={hash}>
                      {words.sides[side]} <code className={styles.hash}>{hash}</code>
                    </li>
                  ))}
                </ol>
              </dd>
              <Line term={words.root} text={root} />
            </dl>
          </details>
          <ButtonLink look="quiet" href={href} download>
            {words.download}
          </ButtonLink>
        </li>
      ))}
    </ul>
  )
}

function Line({ term, text }: { term: string; text: string | null }) {
  if (text === null) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>
        <code className={styles.hash}>{text}</code>
      </dd>
    </>
  )
}
