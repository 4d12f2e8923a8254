import { getMessages } from 'next-intl/server'
import { ApprovalList } from '#components/organisers/approvals/ApprovalList.tsx'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { listApprovals } from '#lib/approvals/list-approvals.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'
import { describeAsked, readAsked } from './describe-approval.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.approvals)

/** What organisers ask each other to approve. */
export default async function ApprovalsPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/approvals'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-to-signatories', locale)
  const [{ organisers: words }, format, approvals] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    listApprovals(organiser),
  ])
  const asked = await Promise.all(
    approvals.map(async approval => describeAsked(locale, await readAsked(approval))),
  )
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="approvals"
      lead={words.approvals.lead}
    >
      <Notice code={(await searchParams).notice} words={words.approvals.outcomes} />
      <ApprovalList
        approvals={approvals.map((approval, place) => ({ ...approval, asked: asked[place] ?? [] }))}
        room={`/${locale}/organisers/approvals`}
        words={words.approvals}
        formatTime={time => format.dateTime(time, { dateStyle: 'long', timeStyle: 'short' })}
      />
    </ConsolePage>
  )
}
