import { getMessages } from 'next-intl/server'

/** What came of the last button, as it stands in the address. */
export async function OutcomeNote({ locale, outcome }: { locale: string; outcome: unknown }) {
  const { outcomes } = (await getMessages({ locale })).organisers.signatures
  if (typeof outcome !== 'string' || !Object.hasOwn(outcomes, outcome)) return null
  return <p role="status">{outcomes[outcome as keyof typeof outcomes]}</p>
}
