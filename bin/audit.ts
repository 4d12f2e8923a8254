import { keepAuditCheckpoint, readAuditCheckpoints } from '#lib/audit/audit-checkpoints.ts'
import { parseAuditHead, writeAuditHead } from '#lib/audit/audit-head.ts'
import { type AuditLogRecord, auditLogQuery, readAuditLog } from '#lib/audit/read-audit-log.ts'
import { type AuditLogFault, verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'

const USAGE = `Usage: npm run audit -- verify [--head PLACE:HASH]
       npm run audit -- list [--kind KIND] [--organiser you@example.org] [--day 2026-05-26]`

const RECORDS_AT_A_TIME = 500

const FAULTS: Record<AuditLogFault, string> = {
  changed: 'it was changed after it was written',
  missing: 'it is missing',
  'does-not-follow': 'it does not follow the record before: one of the two is not the one that was',
  unhashed: 'it came into the table without the trigger',
  'cut-off': 'the audit log ends before it, though its hash was written down',
  rewritten:
    'its hash is not the one that was written down: the audit log was made anew up to here',
}

// Started by bin/with-database.ts, with the database open.
await main(() => run().finally(() => database.$disconnect()))

async function run() {
  const text = { type: 'string' } as const
  const { positionals, values } = typedOptions(USAGE, {
    allowPositionals: true,
    options: { head: text, kind: text, organiser: text, day: text },
  })
  const { head, ...filters } = values
  if (positionals.join() === 'verify') return verify(head)
  if (positionals.join() === 'list') return list(filters)
  throw new WrongUse('Say what is asked: verify or list.', USAGE)
}

async function verify(typedHead: string | undefined) {
  const typed = typedHead === undefined ? [] : [parseAuditHead(typedHead)]
  const kept = [...readAuditCheckpoints(env.DATA_FOLDER), ...typed].map(head => {
    if (!head) throw new WrongUse('--head must be a number, a colon and 64 digits.', USAGE)
    return head
  })
  const result = await verifyAuditLog(env.DATABASE_URL ?? '', kept)
  if (result.outcome === 'broken') {
    const { at, kind } = result.record ?? {}
    const which = at ? ` (${at}, ${kind})` : ''
    throw new Error(`Record ${result.sequence}${which} does not fit: ${FAULTS[result.fault]}.`)
  }
  await keepAuditCheckpoint(env.DATA_FOLDER)
  console.log(
    `The audit log is whole. Records: ${result.records}; heads kept elsewhere: ${kept.length}.`,
  )
  if (result.head) console.log(`Its newest record: ${writeAuditHead(result.head)}`)
}

async function list({ organiser, kind, day }: Record<string, string | undefined>) {
  const query = auditLogQuery.parse({ kind, day, organiser: organiser && (await idOf(organiser)) })
  // What makes no sense must not show more than was asked for.
  if (query.kind !== kind) throw new WrongUse('--kind must be a kind of event.', USAGE)
  if (query.day !== day) throw new WrongUse('--day must be a day such as 2026-05-26.', USAGE)
  do {
    const { records, next } = await readAuditLog(query, RECORDS_AT_A_TIME)
    for (const record of records) console.log(lineOf(record))
    query.before = next
  } while (query.before)
}

function lineOf(record: AuditLogRecord) {
  const { sequence, at, organiser, organiserId, kind, subject, rows, fileHash, details } = record
  const facts = [
    subject,
    rows !== null && `${rows} rows`,
    fileHash && `SHA-256 ${fileHash}`,
    JSON.stringify(details) !== '{}' && JSON.stringify(details),
  ]
  const who = organiser ?? organiserId ?? '–'
  return [sequence, at.toISOString(), who, kind, ...facts.filter(Boolean)].join('  ')
}

async function idOf(email: string) {
  const found = await database.organiser.findUnique({ where: { email: email.toLowerCase() } })
  if (!found) throw new Error(`${email} is no organiser.`)
  return found.id
}
