import { getMessages } from 'next-intl/server'
import { PersonActs } from '#components/organisers/signatures/PersonActs.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { queryOf, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { askAgainAction, eraseDataAction, stopNewsAction } from '../actions.ts'

type PersonProps = {
  locale: string
  organiser: Organiser
  detail: SignatureDetail
  /** What the page asks about before it is done, as it stands in the address. */
  ask: unknown
  /** The search that led here. */
  query: TableQuery
}

/** What is done for a signatory who asks. */
export async function Person({ locale, organiser, detail, ask, query }: PersonProps) {
  const { person: words } = (await getMessages({ locale })).organisers.signatures
  const { id, status, wantsUpdates } = detail.signature
  const mayAnswer = may(organiser.role, 'answer-requests') && status !== 'withdrawn'
  const page = `/${locale}/organisers/signatures/${id}`
  const search = queryOf(query)
  return (
    <PersonActs
      signature={{ id, contents: detail.contents, search }}
      page={`${page}${search}`}
      askErase={`${page}${search}${search ? '&' : '?'}ask=erase#person`}
      words={words}
      askAgain={status === 'pending' ? askAgainAction.bind(null, locale) : null}
      stopNews={wantsUpdates && status !== 'pending' ? stopNewsAction.bind(null, locale) : null}
      handOut={mayAnswer ? `${page}/data` : null}
      erase={mayAnswer ? eraseDataAction.bind(null, locale) : null}
      isAsked={ask === 'erase'}
    />
  )
}
