import { getMessages } from 'next-intl/server'
import { OutcomeLine } from '#components/organisers/common/OutcomeLine.tsx'
import { wordFor } from '#components/ui/word-for.ts'

type OutcomeNoticeProps = {
  locale: string
  /** What came of the last button, as it stands in the address. */
  outcome: unknown
  /** The page of the signature that it was about, where that is not this page. */
  href?: string
}

/** What came of the last button, in words. Each answer makes it anew, so that it takes the focus anew. */
export async function OutcomeNotice({ locale, outcome, href }: OutcomeNoticeProps) {
  const words = (await getMessages({ locale })).organisers.signatures
  const sentence = wordFor<string>({ ...words.bulk.outcomes, ...words.outcomes }, outcome)
  if (!sentence) return null
  return (
    <OutcomeLine key={crypto.randomUUID()}>
      {sentence} {href && <a href={href}>{words.detail.again}</a>}
    </OutcomeLine>
  )
}
