import { randomInt } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { withFieldNames } from '#lib/database/column-names.ts'
import type { Signature } from '#lib/database/types.ts'
import { insertSignatures } from '../people/factories/insert-signatures.ts'
import { emptyTables } from './empty-tables.ts'

/** Two stories in a row hardly ever draw the same number below it. */
const MOST_CHANGES = 2 ** 30

/** A batch on its way is in the mailbox within milliseconds; one that a story made to fail stays. */
const MAILS_ARRIVE_WITHIN_MS = 5_000

/** A form of a process that was killed is taken by the worker, which is given this time. */
const FORMS_TAKEN_WITHIN_MS = 30_000

/** The site's database, as a test looks into it from outside. */
export interface SiteDatabase {
  empty: () => Promise<void>
  /** Puts signatures there as they are. */
  insert: (signatures: Iterable<Signature>) => Promise<number>
  /** The signature of an address as typed in lower case; undefined where there is none. */
  signatureOf: (email: string) => Promise<Signature | undefined>
  /** Until all forms were taken: that of an address that had signed is, a moment after its answer. */
  formsTaken: () => Promise<void>
  run: (sql: string, ...values: unknown[]) => Promise<void>
  close: () => Promise<void>
}

export async function connectTo(url: string): Promise<SiteDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  // Idle connections may learn of the server's end before we close them.
  pool.on('error', () => undefined)
  const run = async (sql: string, ...values: unknown[]) => {
    await pool.query(sql, values)
  }
  const takesSql = {
    $executeRawUnsafe: async (sql: string, ...values: unknown[]) =>
      (await pool.query(sql, values)).rowCount ?? 0,
  }
  const isAny = async (sql: string) => (await pool.query(sql)).rows.length > 0
  const isMailUnderWay = () =>
    isAny("SELECT FROM mail_batch WHERE status = 'open' AND last_error IS NULL")
  const formsTaken = async () => {
    const until = Date.now() + FORMS_TAKEN_WITHIN_MS
    while ((await isAny('SELECT FROM repeated_form')) && Date.now() < until) await wait(20)
  }
  /** The last mail of a story comes before the next one begins, to whose people it would be a mail with a dead link. */
  const letMailsArrive = async () => {
    await run("DELETE FROM mail WHERE status = 'waiting'")
    const until = Date.now() + MAILS_ARRIVE_WITHIN_MS
    while ((await isMailUnderWay()) && Date.now() < until) await wait(20)
  }
  return {
    // All but what the site wrote when it started.
    empty: async () => {
      await formsTaken()
      await letMailsArrive()
      await emptyTables(run, ['letter_version'])
      // The site forgets its pages and its tally, which are of the story before.
      await run(`INSERT INTO page_change (id, changes) VALUES (1, ${randomInt(MOST_CHANGES)})`)
    },
    insert: signatures => insertSignatures(takesSql, signatures),
    signatureOf: async email => {
      const found = await pool.query('SELECT * FROM signature WHERE email = $1', [email])
      return withFieldNames<Signature>(found.rows)[0]
    },
    formsTaken,
    run,
    close: () => pool.end(),
  }
}
