import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { timeZone } from '#lib/content/campaign.ts'
import { database } from '#lib/database/client.ts'
import { logEvent } from '#lib/log/log.ts'
import { type Interval, runLoop } from '#lib/process/run-loop.ts'
import { DAY_MS, HOUR_MS } from '#lib/time/time-spans.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { backupName, outdatedBackups } from './rotation.ts'

/** A backup is made from two o'clock on, in the campaign's time zone. */
const NIGHT_BEGINS_MS = 2 * HOUR_MS

/** Lease: one whose maker was killed, or failed, is made by whoever comes after so long. */
const LEASE_MS = HOUR_MS

/** A maker that is still at it says so in time. */
const RENEW_LEASE_EVERY_MS = LEASE_MS / 4

/** How long it is remembered which backups were made. */
const REMEMBERED_DAYS = 60

export type NightlySettings = {
  /** Where backups are kept; undefined where none are made. */
  folder: string | undefined
  makeBackup: (file: string, signal: AbortSignal) => Promise<void>
  renewLeaseEveryMs?: number
}

/** Makes the backup of each night, on one of the machines that have a folder for it, until `signal` is aborted. */
export async function runBackups(
  settings: NightlySettings,
  signal: AbortSignal,
  interval: Interval,
  report: (sentence: string) => void,
) {
  await runLoop(
    signal,
    interval,
    () => backUpTonight(settings, signal),
    () => report('The backup of the night was not made; it is tried again in an hour.'),
  )
}

/** The last one that is whole; null where there is none. */
export function readLastBackup() {
  return database.backupRun.findFirst({
    where: { finishedAt: { not: null } },
    orderBy: { day: 'desc' },
  })
}

/** Makes the backup of this night unless it is made, or is being made elsewhere; then deletes what is too old. */
export async function backUpTonight(
  { folder, makeBackup, renewLeaseEveryMs = RENEW_LEASE_EVERY_MS }: NightlySettings,
  signal: AbortSignal,
  now = new Date(),
) {
  if (!folder) return
  const day = nightOf(now)
  if (!(await claim(new Date(day), now))) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, backupName(day))
  const renewing = setInterval(() => renewLease(new Date(day)), renewLeaseEveryMs)
  await makeBackup(file, signal).finally(() => clearInterval(renewing))
  const outdated = outdatedBackups(readdirSync(folder))
  for (const name of outdated) rmSync(join(folder, name))
  const { size: bytes } = statSync(file)
  await database.backupRun.update({
    where: { day: new Date(day) },
    data: { finishedAt: new Date(), bytes },
  })
  await database.backupRun.deleteMany({
    where: { day: { lt: new Date(now.getTime() - REMEMBERED_DAYS * DAY_MS) } },
  })
  logEvent('backup-made', { file: backupName(day), bytes, deleted: outdated.length })
}

/** Resolves to whether the backup of this day is ours to make. */
async function claim(day: Date, now: Date) {
  const added = await database.backupRun.createMany({
    data: [{ day, startedAt: now }],
    skipDuplicates: true,
  })
  if (added.count === 1) return true
  const lost = { day, finishedAt: null, startedAt: { lt: new Date(now.getTime() - LEASE_MS) } }
  const taken = await database.backupRun.updateMany({ where: lost, data: { startedAt: now } })
  return taken.count === 1
}

/** A large database takes longer than a lease; where the database does not answer, the next time is soon enough. */
async function renewLease(day: Date) {
  const ours = { day, finishedAt: null }
  await database.backupRun
    .updateMany({ where: ours, data: { startedAt: new Date() } })
    .catch(() => undefined)
}

/** The day, such as 2026-05-26, whose night began last. */
function nightOf(now: Date) {
  return localDay(new Date(now.getTime() - NIGHT_BEGINS_MS), timeZone())
}
