import { getMessages } from 'next-intl/server'

/** What came of the last button, as it stands in the address. */
export async function OutcomeNote({ locale, outcome }: { locale: string; outcome: unknown }) {
  const words = (await getMessages({ locale })).organisers.signatures
  const outcomes: Record<string, string> = { ...words.bulk.outcomes, ...words.outcomes }
  if (typeof outcome !== 'string' || !Object.hasOwn(outcomes, outcome)) return null
  return <p role="status">{outcomes[outcome]}</p>
}
