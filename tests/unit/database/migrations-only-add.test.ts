import { expect, test } from 'vitest'
import { migrationNames, migrationSql } from '#lib/database/migration-files.ts'

/** Up to here the tables were made; from here on the version before runs beside each new one. */
const FIRST_TABLES = '20261129230200_processes'

/** What the version before cannot bear: a name that is gone, a value that it does not give. */
const CONTRACTIONS = [
  /\bDROP\s+(TABLE|COLUMN|TYPE|FUNCTION)\b/i,
  /\bRENAME\b/i,
  /\bALTER\s+COLUMN\s+"?\w+"?\s+(SET\s+DATA\s+)?TYPE\b/i,
  /\bSET\s+NOT\s+NULL\b/i,
  /\bADD\s+COLUMN\b(?![^,;]*\bDEFAULT\b)[^,;]*\bNOT\s+NULL\b/i,
]

test('a migration only adds, so that the version before serves on beside the new one', () => {
  const contracted = migrationNames()
    .filter(name => name > FIRST_TABLES)
    .flatMap(name => linesThatTakeAway(name).map(line => `${name}: ${line}`))
  expect(contracted).toEqual([])
})

test.each([
  ['DROP COLUMN name', true],
  ['RENAME COLUMN name TO called', true],
  ['ALTER COLUMN "name" TYPE integer', true],
  ['ALTER COLUMN name SET NOT NULL', true],
  ['ADD COLUMN name TEXT NOT NULL, ADD COLUMN place INTEGER NOT NULL DEFAULT 0', true],
  ['ADD COLUMN place INTEGER NOT NULL DEFAULT 0, ADD COLUMN name TEXT', false],
])('%s takes away: %s', (change, takesAway) => {
  expect(isContraction(`ALTER TABLE signature ${change}`)).toBe(takesAway)
})

function linesThatTakeAway(name: string) {
  const statements = migrationSql(name).replace(/--.*$/gm, '').split(';')
  return statements.map(statement => statement.replace(/\s+/g, ' ').trim()).filter(isContraction)
}

function isContraction(statement: string) {
  return CONTRACTIONS.some(pattern => pattern.test(statement))
}
