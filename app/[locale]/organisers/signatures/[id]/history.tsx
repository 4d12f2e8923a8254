import { getMessages, getTranslations } from 'next-intl/server'
import { EventList } from '#components/organisers/signatures/EventList.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { Messages } from '#lib/text/messages.ts'
import { timeFormat } from './format-time.ts'

/** History of a signature, with who did it and the codes that say more. */
export async function History(props: { locale: string; history: SignatureDetail['history'] }) {
  const { locale, history } = props
  const { signatures: words } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.signatures.detail' })
  const when = await timeFormat(locale)
  const { detail, filters } = words
  const { category, country } = filters
  // What the owner or an organiser corrected stands there by the name of the field.
  const names: Record<string, string> = {
    ...words.reasons,
    ...words.removal.reasons,
    ...fieldsIn(detail),
    category,
    country,
  }
  return (
    <EventList
      events={history.map(({ id, kind, codes, at, by }) => ({
        id,
        what: words.events[kind],
        when: when(at) ?? '',
        notes: [
          ...(by ? [t('by', { who: isolated(by) })] : []),
          ...codes.map(code => names[code] ?? code),
        ],
      }))}
      none={words.detail.none}
    />
  )
}

function fieldsIn(detail: Messages['organisers']['signatures']['detail']) {
  const { name, organisation, role, website, capacity, statement, shown, updates } = detail
  return { name, organisation, role, website, capacity, statement, public: shown, updates }
}

/** The mails that were sent about it. */
export async function Mails(props: { locale: string; mails: SignatureDetail['mails'] }) {
  const { locale, mails } = props
  const { signatures: words } = (await getMessages({ locale })).organisers
  const when = await timeFormat(locale)
  return (
    <EventList
      events={mails.map(({ id, kind, status, createdAt, sentAt }) => ({
        id,
        what: wordFor(words.mails, kind) ?? kind,
        when: when(sentAt ?? createdAt) ?? '',
        notes: [wordFor(words.detail.mailStates, status) ?? status],
      }))}
      none={words.detail.noMails}
    />
  )
}
