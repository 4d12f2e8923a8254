import { getMessages } from 'next-intl/server'
import { wordFor } from '#components/ui/word-for.ts'

/** What came of the last button, as it stands in the address. */
export async function OutcomeNotice({ locale, outcome }: { locale: string; outcome: unknown }) {
  const words = (await getMessages({ locale })).organisers.signatures
  const sentence = wordFor<string>({ ...words.bulk.outcomes, ...words.outcomes }, outcome)
  return sentence ? <p role="status">{sentence}</p> : null
}
