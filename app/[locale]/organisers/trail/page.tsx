import { getMessages } from 'next-intl/server'
import { AuditFilters } from '#components/organisers/AuditFilters.tsx'
import { AuditTable } from '#components/organisers/AuditTable.tsx'
import { Pager } from '#components/signatories/Pager.tsx'
import { AUDIT_EVENT_KINDS } from '#lib/audit/audit-events.ts'
import {
  type AuditLogQuery,
  auditLogQuery,
  readAuditedOrganisers,
  readAuditLog,
} from '#lib/audit/read-audit-log.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../(campaign)/page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'

type PageProps = {
  params: Promise<{ locale: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

const PATH = '/organisers/trail'

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.rooms.trail)
}

/** What organisers did, newest first. Opening it is an audit event as well. */
export default async function AuditLogPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('read-trail', locale)
  const query = auditLogQuery.parse(await searchParams)
  const [{ organisers: words, signatories }, format, { records, next }, people] = await Promise.all(
    [getMessages({ locale }), formatterIn(locale), readAuditLog(query), readAuditedOrganisers()],
  )
  const details = { ...query }
  await recordAuditEvent({ by: organiser, kind: 'audit-log-read', rows: records.length, details })
  const href = `/${locale}${PATH}`
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      room="trail"
      path={`${PATH}${addressOf(query)}`}
      lead={words.trail.lead}
    >
      <AuditFilters
        href={href}
        chosen={query}
        organisers={people.map(({ id, email }) => ({ code: id, name: email }))}
        kinds={AUDIT_EVENT_KINDS.map(kind => ({ code: kind, name: words.trail.deeds[kind] }))}
        words={words.trail}
      />
      <AuditTable
        label={words.rooms.trail}
        records={records}
        words={words.trail}
        formatCount={count => format.number(count)}
        formatTime={time => format.dateTime(time, { dateStyle: 'medium', timeStyle: 'medium' })}
      />
      <Pager
        {...(next && { nextHref: `${href}${addressOf({ ...query, before: next })}` })}
        {...(query.before && {
          newestHref: `${href}${addressOf({ ...query, before: undefined })}`,
        })}
        words={{ ...signatories, next: words.trail.next, newest: words.trail.newest }}
      />
    </ConsolePage>
  )
}

function addressOf(query: AuditLogQuery) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}
