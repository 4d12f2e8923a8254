import { getMessages } from 'next-intl/server'
import { Fragment } from 'react'
import { FactList } from '#components/organisers/signatures/FactList.tsx'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { queryOf } from '#lib/signatures/filters/filters.ts'
import { verifiedDomain } from '#lib/signatures/trust/mail-domains.ts'
import { formatterIn } from '../../formatter.ts'

/** Trust facts of a signature, with ways to others like it. */
export async function Trust({ locale, detail }: { locale: string; detail: SignatureDetail }) {
  const { organisers, report } = await getMessages({ locale })
  const words = organisers.signatures
  const format = formatterIn(locale)
  const { signature, trust, reports } = detail
  const others = (filters: object, matches: { count: number } | null) =>
    matches && (
      <a href={`/${locale}/organisers/signatures${queryOf(filters)}`}>
        {format.number(matches.count)}
      </a>
    )
  const reasons: Record<string, string> = report.reasons
  return (
    <FactList
      facts={[
        {
          name: words.detail.reasons,
          value: signature.holdReasons.map(reason => words.reasons[reason]).join(' '),
        },
        { name: words.marks.verified, value: verifiedDomain(signature) },
        {
          name: words.detail.domain,
          value: trust.domain && others({ domain: trust.domain }, trust.ofDomain),
        },
        {
          name: words.detail.network,
          value: trust.network
            ? others({ network: trust.network }, trust.ofNetwork)
            : !signature.paperBatchId && words.detail.networkGone,
        },
        {
          name: words.detail.pressNetwork,
          value:
            trust.pressNetwork &&
            others({ pressNetwork: trust.pressNetwork }, trust.ofPressNetwork),
        },
        {
          name: words.detail.doubles,
          value: trust.doubles.length > 0 && <NameList names={trust.doubles} />,
        },
        {
          name: words.detail.reports,
          value: reports.map(({ reason }) => reasons[reason] ?? reason).join(', '),
        },
      ]}
    />
  )
}

/** Names beside each other, each in the direction of its own script. */
function NameList({ names }: { names: string[] }) {
  return names.map((name, place) => (
    <Fragment key={name}>
      {place > 0 && ', '}
      <bdi>{name}</bdi>
    </Fragment>
  ))
}
