import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { retention } from '#lib/content/campaign.ts'
import { UNFINISHED_DAYS } from '#lib/content/limits.ts'
import {
  CLOSED_MONTHS,
  ENDED_APPROVAL_DAYS,
  ERASURE_NOTICE_DAYS,
  LOG_MONTHS,
  POSTPONE_MONTHS,
  QUIET_MONTHS,
  UNDO_DAYS,
  WEBHOOK_LOG_DAYS,
} from '#lib/content/periods.ts'
import { columnName } from '#lib/database/column-names.ts'
import { PACK_FILE_LIFETIME_HOURS } from '#lib/delivery/pack-file.ts'
import { UPLOAD_WAITS_HOURS } from '#lib/editing/archive/limits.ts'
import { SAVES_KEPT_DAYS } from '#lib/editing/saves.ts'
import { UNSAVED_KEPT_HOURS } from '#lib/editing/unsaved-letter.ts'
import { IDEMPOTENCY_WINDOW_HOURS } from '#lib/mail/outbox/retry.ts'
import { SESSION_LIFETIME_HOURS } from '#lib/organisers/sessions/lifetimes.ts'
import { TOLD_FOR_DAYS } from '#lib/overview/alerts/find-alerts.ts'
import { TYPED_ADDRESS_MINUTES } from '#lib/security/typed-address.ts'
import { RECONFIRMATION_LINK_LIFETIME_DAYS } from '#lib/signatures/reconfirmation-link.ts'
import { ADDRESS_CHANGE_HOURS } from '#lib/signatures/self-service/address-change.ts'
import { MAGIC_LINK_LIFETIME_MINUTES } from '#lib/signatures/self-service/request-magic-link.ts'
import { SIGNATORY_SESSION_LIFETIME_MINUTES } from '#lib/signatures/self-service/signatory-session.ts'
import { BOUNCE_LASTS_DAYS, PAUSE_LASTS_DAYS } from '#lib/suppression/suppression.ts'

const PERIODS: Record<string, unknown> = {
  ADDRESS_CHANGE_HOURS,
  BOUNCE_LASTS_DAYS,
  PAUSE_LASTS_DAYS,
  CLOSED_MONTHS,
  ERASURE_NOTICE_DAYS,
  POSTPONE_MONTHS,
  QUIET_MONTHS,
  ...retention(),
  IDEMPOTENCY_WINDOW_HOURS,
  RECONFIRMATION_LINK_LIFETIME_DAYS,
  WEBHOOK_LOG_DAYS,
  LOG_MONTHS,
  MAGIC_LINK_LIFETIME_MINUTES,
  ENDED_APPROVAL_DAYS,
  SIGNATORY_SESSION_LIFETIME_MINUTES,
  PACK_FILE_LIFETIME_HOURS,
  SAVES_KEPT_DAYS,
  SESSION_LIFETIME_HOURS,
  TOLD_FOR_DAYS,
  TYPED_ADDRESS_MINUTES,
  UNDO_DAYS,
  UNFINISHED_DAYS,
  UNSAVED_KEPT_HOURS,
  UPLOAD_WAITS_HOURS,
}

const told = readFileSync('docs/privacy.md', 'utf8')

test('docs/privacy.md speaks of every table that the database has', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const models = [...schema.matchAll(/^model [^}]*@@map\("(\w+)"\)/gm)]
  const tables = models.map(([, name = '']) => name)
  expect(tables.length).toBeGreaterThan(30)
  expect(tables.filter(name => !new RegExp(`\`${name}[\`.]`).test(told))).toEqual([])
})

test('it gives each column that may hold something of a person its level of protection', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const levels = told.slice(told.indexOf('## Levels of protection'))
  const listed = new Set([...columnsInTable(levels), ...columnsInSentence(levels)])
  const missing = columnsOf(schema).filter(column => !listed.has(column))
  expect(columnsOf(schema).length).toBeGreaterThan(100)
  expect(missing).toEqual([])
})

test('every period that it names is the one that the code keeps to', () => {
  const named = [...told.matchAll(/(\d+) (days|months|hours|minutes)[^`|]*\(`(\w+)`\)/g)]
  expect(named.map(([, , , name]) => name)).toEqual(
    expect.arrayContaining(Object.keys(PERIODS).filter(name => name !== 'deliveredOn')),
  )
  for (const [, period, unit = '', name = ''] of named) {
    expect(`${name}: ${period}`).toBe(`${name}: ${PERIODS[name]}`)
    expect(name.toLowerCase()).toContain(unit)
  }
})

/** `table.column` for every column of text, JSON or bytes that is no id. */
function columnsOf(schema: string) {
  const models = [...schema.matchAll(/^model \w+ \{([\s\S]*?)^\}/gm)]
  return models.flatMap(([, body = '']) => {
    const [, table] = body.match(/@@map\("(\w+)"\)/) ?? []
    const columns = [...body.matchAll(/^ {2}(\w+) +(?:String|Json|Bytes)\b(?!.*@db\.Uuid)/gm)]
    return columns.map(([, field = '']) => `${table}.${columnName(field)}`)
  })
}

function columnsInTable(text: string) {
  const rows = [...text.matchAll(/^\| (`\w+`(?:, `\w+`)*) \|(.*)$/gm)]
  return rows.flatMap(([, tables = '', cells = '']) =>
    namesIn(tables).flatMap(table => namesIn(cells).map(column => `${table}.${column}`)),
  )
}

function columnsInSentence(text: string) {
  const groups = [...text.matchAll(/`(\w+)` \(([^)]*)\)/g)]
  return groups.flatMap(([, table, columns = '']) =>
    namesIn(columns).map(column => `${table}.${column}`),
  )
}

function namesIn(text: string) {
  return [...text.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)
}
