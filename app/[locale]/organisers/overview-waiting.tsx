import { getMessages } from 'next-intl/server'
import { NewestStatements } from '#components/organisers/overview/NewestStatements.tsx'
import { Panel } from '#components/organisers/overview/Panel.tsx'
import { WaitingList } from '#components/organisers/overview/WaitingList.tsx'
import { wordFor } from '#components/ui/word-for.ts'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { countApprovals } from '#lib/approvals/list-approvals.ts'
import { readWaiting } from '#lib/overview/read-waiting.ts'
import { listStatements } from '#lib/signatures/list-statements.ts'
import { formatDay } from '#lib/text/messages.ts'
import { formatterIn } from './formatter.ts'

const STATEMENTS_SHOWN = 4

type WaitingProps = { locale: string; organiser: Organiser }

/** What waits for somebody, with the way there, and what signatories say in public. */
export async function OverviewWaiting({ locale, organiser }: WaitingProps) {
  const [{ organisers }, format, waiting, statements, approvals] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    readWaiting(),
    listStatements(),
    countApprovals(organiser),
  ])
  const words = organisers.overview
  const table = `/${locale}/organisers/signatures`
  const maySee = may(organiser.role, 'see-signatures')
  const line = (name: string, count: number, query?: string) => ({
    name,
    count: format.number(count),
    isUrgent: query !== undefined,
    ...(query && maySee && { href: `${table}?${query}` }),
  })
  const approval = (name: string, count: number) => ({
    ...line(name, count),
    href: `/${locale}/organisers/approvals`,
    isUrgent: true,
    signatures: count,
  })
  const lines = [
    approval(words.approvalsToDecide, approvals.toDecide),
    approval(words.approvalsToUse, approvals.toUse),
    {
      ...line(words.brakesOn, waiting.brakes),
      href: '#brakes',
      isUrgent: true,
      signatures: waiting.brakes,
    },
    {
      ...line(words.mailsKept, waiting.mailsKept),
      href: '#brakes',
      isUrgent: true,
      signatures: waiting.mailsKept,
    },
    ...waiting.held.map(({ reason, signatures }) => ({
      ...line(wordFor(words.held, reason) ?? reason, signatures, `status=held&reason=${reason}`),
      signatures,
    })),
    {
      ...line(words.statementsWaiting, waiting.statements, 'status=confirmed&statement=waiting'),
      signatures: waiting.statements,
    },
    {
      ...line(words.reported, waiting.reported, 'status=confirmed&mark=reported'),
      signatures: waiting.reported,
    },
    {
      ...line(words.mailsFailed, waiting.mailsFailed),
      href: `/${locale}/organisers/mail#failed`,
      isUrgent: true,
      signatures: waiting.mailsFailed,
    },
    { ...line(words.mailsWaiting, waiting.mailsWaiting), signatures: waiting.mailsWaiting },
  ]
  return (
    <>
      <Panel id="waiting" title={words.waiting}>
        <WaitingList lines={lines.filter(({ signatures }) => signatures > 0)} words={words} />
      </Panel>
      <Panel id="statements" title={words.newestStatements}>
        <NewestStatements
          statements={statements.signatories.slice(0, STATEMENTS_SHOWN).map(signatory => ({
            id: signatory.id,
            statement: signatory.statement ?? '',
            by: [signatory.name, signatory.organisation].filter(part => part !== null),
            day: formatDay(locale, signatory.confirmedAt),
          }))}
          words={{ none: words.noStatements }}
        />
      </Panel>
    </>
  )
}
