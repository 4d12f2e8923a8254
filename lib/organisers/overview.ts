import { database } from '#lib/database/client.ts'

/** The campaign in one look, for organisers. */
export type Overview = {
  confirmed: number
  pending: number
  /** Confirmed within the last 24 hours. */
  confirmedToday: number
  /** Mails that wait to be sent, and mails that were given up. */
  mailsWaiting: number
  mailsFailed: number
}

const DAY_MS = 24 * 60 * 60 * 1000

/** Counts what organisers watch. */
export async function readOverview(now = new Date()): Promise<Overview> {
  const yesterday = new Date(now.getTime() - DAY_MS)
  const [confirmed, pending, confirmedToday, mailsWaiting, mailsFailed] = await Promise.all([
    database.signature.count({ where: { status: 'confirmed' } }),
    database.signature.count({ where: { status: 'pending' } }),
    database.signature.count({ where: { status: 'confirmed', confirmedAt: { gt: yesterday } } }),
    database.mail.count({ where: { status: 'waiting' } }),
    database.mail.count({ where: { status: 'failed' } }),
  ])
  return { confirmed, pending, confirmedToday, mailsWaiting, mailsFailed }
}
