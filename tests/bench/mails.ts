import pg from 'pg'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { makeDataFolder } from '../support/database/data-folder.ts'
import { startFakeResend } from '../support/fakes/fake-resend.ts'
import { queueConfirmations } from '../support/people/queue-mails.ts'
import { prepareMailWorker } from '../support/site/mail-workers.ts'
import { type Row, tenths, whole } from './table.ts'

const MAILS = 10_000
const AS_RESEND_ALLOWS = 5
const FASTER_THAN_ANY = 1_000

/**
 * How fast one instance empties an outbox: at the rate that Resend allows, where the rate decides, and without
 * one, where making and noting the mails does. The fake of Resend answers at once.
 */
export async function measureMails(): Promise<Row[]> {
  return [
    [`${whole(MAILS)} mails, 5 calls a second`, formatted(await drain(AS_RESEND_ALLOWS))],
    ['the same without a rate', formatted(await drain(FASTER_THAN_ANY))],
  ]
}

async function drain(callsPerSecond: number) {
  const { dataFolder, remove } = makeDataFolder()
  const { url, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  await applyMigrations(url)
  await queueMails(url)
  const resend = await startFakeResend()
  const worker = await prepareMailWorker(resend.url, { callsPerSecond, databaseUrl: url })
  const startedAt = performance.now()
  worker.begin()
  while (resend.delivered.length < MAILS) await new Promise(resolve => setTimeout(resolve, 10))
  const seconds = (performance.now() - startedAt) / 1000
  await worker.stop()
  await resend.stop()
  await release()
  remove()
  return { seconds, calls: resend.calls.length }
}

/** Writes the mails of 10,000 people who have just signed into the outbox of a database. */
export async function queueMails(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  const $executeRawUnsafe = async (sql: string, ...values: unknown[]) =>
    (await client.query(sql, values)).rowCount ?? 0
  await queueConfirmations(MAILS, 7, { $executeRawUnsafe })
  await client.end()
}

function formatted({ seconds, calls }: { seconds: number; calls: number }) {
  return `${whole(MAILS / seconds)} mails/s (${whole(calls)} calls in ${tenths(seconds)} s)`
}
