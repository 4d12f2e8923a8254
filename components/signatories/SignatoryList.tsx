import { Fragment } from 'react'
import type { Messages } from '#lib/text/messages.ts'
import styles from './SignatoryList.module.css'

/** A signatory who agreed to be shown, with names of codes already in the reader's language. */
export type ListedSignatory = {
  id: string
  name: string
  kind: 'individual' | 'organisation'
  organisation: string | null
  role: string | null
  country: string | null
  category: string | null
  capacity: 'personal' | 'official'
  /** Whether the affiliation is for identification only. */
  capacityNote: string | null
  /** For an organisation that confirmed from its website’s domain: the mark, which names the domain. */
  verified?: string | undefined
  /** Of an organisation. */
  website: string | null
  /** Path of an organisation's logo. */
  logo: string | null
  /** Why she signs, approved by an organiser. */
  statement: string | null
  /** ISO 8601. */
  confirmedAt: string
  /** Day of confirmation in words. */
  since: string
  /** For an organisation: "represented by" and the person's name. */
  representedBy?: string
}

type SignatoryListProps = {
  signatories: ListedSignatory[]
  /** How many signed, shown or not, in words; not of a part of the list. */
  count?: string
  /** Where a name can be reported. */
  reportHref: string
  comma: string
  words: Messages['signatories']
}

/** Names as anybody may see them, each with the way to report it. */
export function SignatoryList(props: SignatoryListProps) {
  const { signatories, count, reportHref, comma, words } = props
  if (signatories.length === 0) return null
  return (
    <>
      {count && <p className={styles.count}>{count}</p>}
      <ol className={styles.list} aria-label={words.list}>
        {signatories.map(signatory => (
          <li key={signatory.id} className={styles.signatory}>
            {signatory.logo && (
              <img
                className={styles.logo}
                src={signatory.logo}
                alt=""
                width={160}
                height={80}
                loading="lazy"
              />
            )}
            <bdi className={styles.name}>
              <Headline {...signatory} />
            </bdi>
            <p className={styles.details}>
              {details(signatory, words).map((detail, index) => (
                <Fragment key={detail}>
                  {index > 0 && comma}
                  <bdi>{detail}</bdi>
                </Fragment>
              ))}
            </p>
            {signatory.statement && (
              <blockquote className={styles.statement}>
                <bdi>{signatory.statement}</bdi>
              </blockquote>
            )}
            <time className={styles.since} dateTime={signatory.confirmedAt}>
              {signatory.since}
            </time>{' '}
            <a
              className={styles.report}
              href={`${reportHref}?id=${signatory.id}`}
              rel="nofollow"
              aria-label={`${words.report} ${headline(signatory)}`}
            >
              {words.report}
            </a>
          </li>
        ))}
      </ol>
    </>
  )
}

// What somebody typed into a form earns no standing with search engines.
function Headline(signatory: ListedSignatory) {
  if (!signatory.website) return headline(signatory)
  return (
    <a href={signatory.website} rel="nofollow ugc noreferrer">
      {headline(signatory)}
    </a>
  )
}

function headline({ kind, name, organisation }: ListedSignatory) {
  return kind === 'organisation' ? (organisation ?? name) : name
}

function details(signatory: ListedSignatory, words: Messages['signatories']): string[] {
  const { kind, organisation, role, verified, representedBy, country, category } = signatory
  const shown =
    kind === 'organisation'
      ? [words.organisation, verified, representedBy, role, category, country]
      : [role, organisation, capacityIn(words, signatory), category, country]
  return [...new Set(shown.flatMap(detail => detail || []))]
}

function capacityIn(words: Messages['signatories'], { capacity, capacityNote }: ListedSignatory) {
  if (capacity === 'official') return words.official
  return capacityNote ? words.personal : undefined
}
