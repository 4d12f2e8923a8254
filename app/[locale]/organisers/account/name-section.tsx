import { getMessages } from 'next-intl/server'
import { NameForm } from '#components/organisers/account/NameForm.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { Organiser } from '#lib/access/organiser.ts'
import { readOwnName } from '#lib/organisers/people/name-oneself.ts'
import { saveNameAction } from './actions.ts'

type NameSectionProps = {
  locale: string
  organiser: Organiser
  query: Record<string, string | string[] | undefined>
}

/** The name that colleagues see: what is kept, or what was typed and may not be. */
export async function NameSection({ locale, organiser, query }: NameSectionProps) {
  const { name: words } = (await getMessages({ locale })).organisers.account
  const kept = (await readOwnName(organiser)) ?? ''
  return (
    <NameForm
      save={saveNameAction.bind(null, locale)}
      value={typeof query.name === 'string' ? query.name : kept}
      error={wordFor(words.faults, query.nameFault)}
      words={words}
    />
  )
}
