import { asOwner } from './database-owner.ts'
import { emptyTables } from './empty-tables.ts'

/** Empties every table, the audit log too: for `beforeEach`. Each worker has a database of its own. */
export function emptyDatabase() {
  return emptyTables(asOwner)
}
