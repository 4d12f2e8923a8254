import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { ApprovalFacts } from '#components/organisers/approvals/ApprovalFacts.tsx'
import { DecideApproval } from '#components/organisers/approvals/DecideApproval.tsx'
import { Notice } from '#components/organisers/common/Notice.tsx'
import { ButtonLink } from '#components/ui/Button.tsx'
import { type OpenApproval, readApproval } from '#lib/approvals/list-approvals.ts'
import { knownLocale } from '../../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../../page-metadata.ts'
import { organiserWhoMay } from '../../access.ts'
import { ConsolePage } from '../../console-page.tsx'
import { formatterIn } from '../../formatter.ts'
import { showPage } from '../../show-page.ts'
import { decideApprovalAction } from '../actions.ts'
import { type Asked, describeAsked, readAsked } from '../describe-approval.ts'
import { BroadcastAsked } from './broadcast-asked.tsx'
import { ExportAsked } from './export-asked.tsx'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.approvals)

/** One request: what would leave or be sent, whole; a colleague decides, and who asked goes on from here. */
export default async function ApprovalPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/approvals/[id]'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('write-to-signatories', locale)
  const { data: id } = z.uuid().safeParse((await params).id)
  const approval = id ? await readApproval(organiser, id) : null
  if (!approval) return showPage(`/${locale}/organisers/approvals?notice=not-waiting`)
  const [{ organisers }, format, asked] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    readAsked(approval),
  ])
  const words = organisers.approvals
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      section="approvals"
      path={`/organisers/approvals/${approval.id}`}
      title={words.kinds[approval.kind]}
    >
      <Notice code={(await searchParams).notice} words={words.outcomes} />
      <ApprovalFacts
        approval={approval}
        asked={await describeAsked(locale, asked)}
        words={words}
        formatTime={time => format.dateTime(time, { dateStyle: 'long', timeStyle: 'short' })}
      />
      {approval.isOwn ? (
        <GoOn locale={locale} approval={approval} asked={asked} />
      ) : (
        <>
          {asked?.kind === 'export-all' && (
            <ExportAsked locale={locale} organiser={organiser} wish={asked.wish} />
          )}
          {asked?.kind === 'broadcast' && (
            <BroadcastAsked locale={locale} broadcast={asked.broadcast} />
          )}
          <DecideApproval
            id={approval.id}
            mayApprove={asked !== null}
            action={decideApprovalAction.bind(null, locale)}
            words={words}
          />
        </>
      )}
    </ConsolePage>
  )
}

type GoOnProps = { locale: string; approval: OpenApproval; asked: Asked | null }

/** The way back to where she asked, once a colleague said yes. */
async function GoOn({ locale, approval, asked }: GoOnProps) {
  const { approvals: words } = (await getMessages({ locale })).organisers
  if (approval.state !== 'approved' || !asked) return null
  const room = `/${locale}/organisers`
  const href =
    asked.kind === 'export-all'
      ? `${room}/exports?approval=${approval.id}#get`
      : `${room}/broadcasts/${asked.broadcast.id}#send`
  return <ButtonLink href={href}>{words.goOn}</ButtonLink>
}
