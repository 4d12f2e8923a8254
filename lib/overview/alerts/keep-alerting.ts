import { database } from '#lib/database/client.ts'
import { withLockIfFree } from '#lib/database/locks.ts'
import type { Prisma } from '#lib/database/types.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { keepMilestones } from '#lib/signatures/milestones.ts'
import {
  type Alert,
  type AlertKind,
  findAlerts,
  forgottenBefore,
  type KeptAlert,
  mayTellNow,
  worthTelling,
} from './find-alerts.ts'
import { readSituation } from './read-situation.ts'

/** Looks for what owners should know, until `signal` is aborted. */
export function keepAlerting(signal: AbortSignal, interval: Interval) {
  return runLoop(signal, interval, () => alertOwners())
}

/**
 * Keeps what is worth telling, and mails it to owners as soon as the hour since the last mail is over: one mail for
 * all that happened meanwhile. One instance does it at a time.
 */
export async function alertOwners(now = new Date()) {
  await keepMilestones(now)
  const alerts = findAlerts(await readSituation(now), now)
  await database.$transaction(async transaction => {
    if (!(await withLockIfFree(transaction, 'owner-alerts'))) return
    await transaction.ownerAlert.deleteMany({ where: { toldAt: { lt: forgottenBefore(now) } } })
    const kept = await transaction.ownerAlert.findMany()
    await keep(transaction, worthTelling(alerts, kept.map(asKept), now), now)
    const last = await transaction.ownerAlert.aggregate({ _max: { toldAt: true } })
    if (mayTellNow(last._max.toldAt, now)) await tell(transaction, now)
  })
}

async function keep(transaction: Prisma.TransactionClient, alerts: Alert[], now: Date) {
  for (const { kind, key, figure } of alerts) {
    await transaction.ownerAlert.upsert({
      where: { kind_key: { kind, key } },
      create: { kind, key, figure, foundAt: now },
      update: { figure, foundAt: now, toldAt: null },
    })
  }
}

async function tell(transaction: Prisma.TransactionClient, now: Date) {
  const waiting = await transaction.ownerAlert.findMany({
    where: { toldAt: null },
    orderBy: [{ kind: 'asc' }, { figure: 'desc' }],
  })
  if (waiting.length === 0) return
  const owners = await transaction.organiser.findMany({
    where: { role: 'owner', hasSecondFactor: true, wantsAlerts: true },
    select: { id: true },
  })
  // Of a network or a domain the mail says how many, and not which.
  const alerts = waiting.map(({ kind, figure }) => ({ kind, figure }))
  await transaction.mail.createMany({
    data: owners.map(({ id }) => ({
      kind: 'owner_alert',
      organiserId: id,
      alerts,
      createdAt: now,
    })),
  })
  await transaction.ownerAlert.updateMany({ where: { toldAt: null }, data: { toldAt: now } })
}

function asKept(row: {
  kind: string
  key: string
  figure: number
  toldAt: Date | null
}): KeptAlert {
  return { ...row, kind: row.kind as AlertKind }
}
