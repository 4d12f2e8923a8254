import { MEANT, suggestAddress } from '#lib/signatures/suggest-domain.ts'
import styles from './SignForm.module.css'

type DidYouMeanProps = {
  /** The address as it was sent; nothing before. */
  typed: unknown
  words: { didYouMean: string; change: string }
}

/**
 * One line under the address whose domain looks like a typing mistake. It asks, and refuses nothing; where scripts
 * run, public/forms.js fills it when the field is left, with a button that mends the address.
 */
export function DidYouMean({ typed, words }: DidYouMeanProps) {
  const address = suggestAddress(typed)?.address
  const asData = { meant: MEANT, sentence: words.didYouMean, change: words.change }
  return (
    <p
      role="status"
      className={styles.suggestion}
      hidden={!address}
      data-suggest={JSON.stringify(asData)}
    >
      {address && words.didYouMean.replace('{address}', address)}
    </p>
  )
}
