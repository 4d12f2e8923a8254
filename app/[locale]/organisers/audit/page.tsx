import { getMessages } from 'next-intl/server'
import { AuditFilters } from '#components/organisers/audit/AuditFilters.tsx'
import { AuditTable } from '#components/organisers/audit/AuditTable.tsx'
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
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { ConsolePage } from '../console-page.tsx'
import { formatterIn } from '../formatter.ts'

const PATH = '/organisers/audit'

export const generateMetadata = unlistedPage(messages => messages.organisers.navigation.audit)

/** What organisers did, newest first. Opening it is an audit event as well. */
export default async function AuditLogPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/audit'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('read-audit-log', locale)
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
      section="audit"
      path={`${PATH}${addressOf(query)}`}
      lead={words.audit.lead}
    >
      <AuditFilters
        href={href}
        chosen={query}
        organisers={people.map(({ id, email }) => ({ code: id, name: email }))}
        kinds={AUDIT_EVENT_KINDS.map(kind => ({ code: kind, name: words.audit.events[kind] }))}
        words={words.audit}
      />
      <AuditTable
        label={words.navigation.audit}
        records={records}
        words={words.audit}
        formatCount={count => format.number(count)}
        formatTime={time => format.dateTime(time, { dateStyle: 'medium', timeStyle: 'medium' })}
      />
      <Pager
        {...(next && { nextHref: `${href}${addressOf({ ...query, before: next })}` })}
        {...(query.before && {
          newestHref: `${href}${addressOf({ ...query, before: undefined })}`,
        })}
        words={{ ...signatories, next: words.audit.next, newest: words.audit.newest }}
      />
    </ConsolePage>
  )
}

function addressOf(query: AuditLogQuery) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return text && `?${text}`
}
