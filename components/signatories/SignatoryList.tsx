import { Fragment } from 'react'
import type { SignatoryDescription } from '#lib/signatures/describe-signatory.ts'
import type { Messages } from '#lib/text/messages.ts'
import styles from './SignatoryList.module.css'

type SignatoryListProps = {
  signatories: SignatoryDescription[]
  /** How many signed, shown or not, in words; not of a part of the list. */
  count?: string
  /** Where a name can be reported. */
  reportHref: string
  /** What stands before each name and after the last one, or in place of all, where the page is cut to be filled in. */
  cut?: string | undefined
  comma: string
  words: Messages['signatories']
}

/** Names as anybody may see them, each with the way to report it. */
export function SignatoryList({ signatories, count, cut, words, ...others }: SignatoryListProps) {
  if (signatories.length === 0) return cut
  return (
    <>
      {count && <p className={styles.count}>{count}</p>}
      <ol className={styles.list} aria-label={words.list}>
        {signatories.map(signatory => (
          <Fragment key={signatory.id}>
            {cut}
            <SignatoryRow signatory={signatory} words={words} {...others} />
          </Fragment>
        ))}
        {cut}
      </ol>
    </>
  )
}

type SignatoryRowProps = Pick<SignatoryListProps, 'reportHref' | 'comma' | 'words'> & {
  signatory: SignatoryDescription
}

function SignatoryRow({ signatory, reportHref, comma, words }: SignatoryRowProps) {
  const { id, logo, headline, details, statement, confirmedAt, since } = signatory
  return (
    <li className={styles.signatory}>
      {logo && (
        <img className={styles.logo} src={logo} alt="" width={160} height={80} loading="lazy" />
      )}
      <bdi className={styles.name}>
        <Headline {...signatory} />
      </bdi>
      <p className={styles.details}>
        {details.map((detail, index) => (
          <Fragment key={detail}>
            {index > 0 && comma}
            <bdi>{detail}</bdi>
          </Fragment>
        ))}
      </p>
      {statement && (
        <blockquote className={styles.statement}>
          <bdi>{statement}</bdi>
        </blockquote>
      )}
      <time className={styles.since} dateTime={confirmedAt}>
        {since}
      </time>{' '}
      <a
        className={styles.report}
        href={`${reportHref}?id=${id}`}
        rel="nofollow"
        aria-label={`${words.report} ${headline}`}
      >
        {words.report}
      </a>
    </li>
  )
}

// What somebody typed into a form earns no standing with search engines.
function Headline({ website, headline }: SignatoryDescription) {
  if (!website) return headline
  return (
    <a href={website} rel="nofollow ugc noreferrer">
      {headline}
    </a>
  )
}
