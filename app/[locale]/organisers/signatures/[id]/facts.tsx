import { getMessages } from 'next-intl/server'
import { FactList } from '#components/organisers/signatures/FactList.tsx'
import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { countryName } from '#lib/text/countries.ts'
import { readMessages } from '#lib/text/messages.ts'
import { timeFormat } from './format-time.ts'

type FactsProps = { locale: string; signature: SignatureDetail['signature'] }

/** What was given, as it stands now. */
export async function Facts({ locale, signature }: FactsProps) {
  const { signatures: words } = (await getMessages({ locale })).organisers
  const { detail, filters } = words
  const when = await timeFormat(locale)
  const yesOrNo = (is: boolean) => (is ? detail.yes : detail.no)
  const category = readCampaign(locale).categories.find(({ code }) => code === signature.category)
  const { statement, statementStatus } = signature
  return (
    <FactList
      facts={[
        { name: filters.status, value: words.statuses[signature.status] },
        { name: filters.kind, value: words.kinds[signature.kind] },
        {
          name: detail.organisation,
          value: signature.organisation && <bdi>{signature.organisation}</bdi>,
        },
        { name: detail.role, value: signature.role && <bdi>{signature.role}</bdi> },
        { name: detail.email, value: signature.email },
        { name: detail.website, value: signature.website },
        {
          name: filters.country,
          value: signature.country && countryName(signature.country, locale),
        },
        { name: filters.category, value: category?.name ?? signature.category },
        { name: detail.capacity, value: detail.capacities[signature.capacity] },
        { name: detail.language, value: languageName(signature.locale) },
        {
          name: detail.statement,
          value: statement && (
            <>
              <bdi>{statement}</bdi>
              {statementStatus !== 'none' && ` (${words.statementStatuses[statementStatus]})`}
            </>
          ),
        },
        { name: detail.shown, value: yesOrNo(signature.isPublic) },
        { name: words.marks.hidden, value: signature.isHidden && detail.yes },
        { name: detail.featured, value: signature.featuredOrder },
        { name: detail.updates, value: yesOrNo(signature.wantsUpdates) },
        { name: detail.submitted, value: when(signature.submittedAt) },
        { name: detail.confirmed, value: when(signature.confirmedAt) },
        { name: detail.withdrawn, value: when(signature.withdrawnAt) },
        { name: detail.removed, value: when(signature.removedAt) },
        {
          name: detail.version,
          value: (
            <a href={`/${locale}/versions/${signature.letterVersion}`}>
              <code>{signature.letterVersion.slice(0, SHORT_HASH)}</code>
            </a>
          ),
        },
      ]}
    />
  )
}

const SHORT_HASH = 12

/** A language's own name; the code of one that the site no longer has. */
function languageName(code: string) {
  return languages().includes(code) ? readMessages(code).site.languageName : code
}
