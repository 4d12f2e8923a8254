import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PACK_FILE_LIFETIME_HOURS } from '#lib/delivery/pack-file.ts'
import { retention } from '#lib/letter/campaign.ts'
import { ASK_AGAIN_FOR_HOURS } from '#lib/mail/outbox/retry.ts'
import { SESSION_LIFETIME_HOURS } from '#lib/organisers/sessions/lifetimes.ts'
import { UNFINISHED_DAYS } from '#lib/paper/limits.ts'
import { HOOK_LOG_DAYS, LOG_MONTHS, UNDO_DAYS } from '#lib/retention/periods.ts'
import { EXTENSION_LINK_LIFETIME_DAYS } from '#lib/signatures/extension-link.ts'
import { OWN_SESSION_LIFETIME_MINUTES } from '#lib/signatures/own/own-session.ts'
import { OWN_LINK_LIFETIME_MINUTES } from '#lib/signatures/own/request-own-link.ts'
import { BOUNCE_LASTS_DAYS } from '#lib/signatures/suppression.ts'

const PERIODS: Record<string, unknown> = {
  BOUNCE_LASTS_DAYS,
  ...retention(),
  ASK_AGAIN_FOR_HOURS,
  EXTENSION_LINK_LIFETIME_DAYS,
  HOOK_LOG_DAYS,
  LOG_MONTHS,
  OWN_LINK_LIFETIME_MINUTES,
  OWN_SESSION_LIFETIME_MINUTES,
  PACK_FILE_LIFETIME_HOURS,
  SESSION_LIFETIME_HOURS,
  UNDO_DAYS,
  UNFINISHED_DAYS,
}

const told = readFileSync('docs/privacy.md', 'utf8')

test('docs/privacy.md speaks of every table that the database has', () => {
  const schema = readFileSync('prisma/schema.prisma', 'utf8')
  const tables = [...schema.matchAll(/@@map\("(\w+)"\)/g)].map(([, name = '']) => name)
  expect(tables.length).toBeGreaterThan(30)
  expect(tables.filter(name => !new RegExp(`\`${name}[\`.]`).test(told))).toEqual([])
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
