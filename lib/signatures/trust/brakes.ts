import { database } from '#lib/database/client.ts'
import { withLock } from '#lib/database/locks.ts'
import type { Brake, Prisma } from '#lib/database/types.ts'
import { HOUR_MS, MINUTE_MS } from '#lib/time/time-spans.ts'

/** Limit of one kind of automatic act. */
type BrakeRule = {
  /** Acts within the window; the next one puts the brake on. */
  acts: number
  withinMinutes: number
  /** Milliseconds after which the brake goes off by itself; null: only an organiser takes it off. */
  lastsHours: number | null
}

/**
 * Limits, over the whole site, of automatic acts that strangers can trigger: beyond them a brake is on, and
 * organisers are told instead. Reports and crowds can be faked by one person with enough networks, so the act
 * stops, not the site: names stay, signatures count, mails wait.
 */
export const BRAKES = {
  /** Names hidden on the word of readers; with the brake on, the reports wait for a look. */
  'hide-reported': { acts: 10, withinMinutes: 60, lastsHours: 24 },
  /** Networks and mail domains held for being many; those that were held before still are. */
  'hold-bursts': { acts: 30, withinMinutes: 60, lastsHours: 24 },
  /** Mails to strangers that came back for good; with the brake on, such mails go slowly. */
  'mail-bounces': { acts: 100, withinMinutes: 60, lastsHours: 24 },
  /** Mails that would wait too long for their turn; with the brake on, they wait for a look. */
  'mail-queue': { acts: 0, withinMinutes: 60, lastsHours: null },
} as const satisfies Record<string, BrakeRule>

export type BrakeName = keyof typeof BRAKES

/** What is done, and to what: an id, or a keyed hash. */
type Act = { name: BrakeName; subject: string; now: Date; most?: number }

/**
 * Whether the site may do something by itself; counts it if so. What it has done to the same subject
 * within the window is no new act. Acts of one kind take their turns until the transaction ends.
 * @param most where the rule's number is not the right one: it grows with how much there is to do.
 */
export async function mayAct(
  transaction: Prisma.TransactionClient,
  { name, subject, now, most = BRAKES[name].acts }: Act,
) {
  await withLock(transaction, `brake:${name}`)
  const recent = { brake: name, at: { gt: windowStart(name, now) } }
  const isKnown = (await transaction.automaticAct.count({ where: { ...recent, subject } })) > 0
  const isFree = isKnown || (!(await isBrakeOn(name, now, transaction)) && (await hasRoom()))
  if (!isFree) await putOn(transaction, name, now)
  else await count(transaction, name, subject, now)
  return isFree

  async function hasRoom() {
    return (await transaction.automaticAct.count({ where: recent })) < most
  }
}

/** Whether a brake is on. */
export async function isBrakeOn(
  name: BrakeName,
  now: Date,
  transaction: Prisma.TransactionClient = database,
) {
  const brake = await transaction.brake.findUnique({ where: { name } })
  return brake !== null && isOn(brake, now)
}

/** The brakes that are on, the newest first, for organisers. */
export async function readBrakes(now = new Date()) {
  const brakes = await database.brake.findMany({ orderBy: { onSince: 'desc' } })
  return brakes.filter(brake => isOn(brake, now)).filter(isKnownBrake)
}

/** Forgets acts that no brake counts any more, and brakes that are off. Resolves to how many rows. */
export async function tidyBrakes(now = new Date()) {
  const names = Object.keys(BRAKES) as BrakeName[]
  let rows = 0
  for (const name of names) {
    const { count: acts } = await database.automaticAct.deleteMany({
      where: { brake: name, at: { lte: windowStart(name, now) } },
    })
    const brake = await database.brake.findUnique({ where: { name } })
    if (brake && !isOn(brake, now)) await database.brake.deleteMany({ where: { name } })
    rows += acts
  }
  return rows
}

function isKnownBrake(brake: Brake): brake is Brake & { name: BrakeName } {
  return brake.name in BRAKES
}

function isOn({ name, onSince }: Brake, now: Date) {
  const rule: BrakeRule | undefined = BRAKES[name as BrakeName]
  if (!rule) return false
  return rule.lastsHours === null || now.getTime() - onSince.getTime() < rule.lastsHours * HOUR_MS
}

function windowStart(name: BrakeName, now: Date) {
  return new Date(now.getTime() - BRAKES[name].withinMinutes * MINUTE_MS)
}

async function count(
  transaction: Prisma.TransactionClient,
  brake: BrakeName,
  subject: string,
  at: Date,
) {
  await transaction.automaticAct.upsert({
    where: { brake_subject: { brake, subject } },
    create: { brake, subject, at },
    update: { at },
  })
}

/** One that had gone off by itself goes on anew. */
async function putOn(transaction: Prisma.TransactionClient, name: BrakeName, now: Date) {
  const wasOn = await isBrakeOn(name, now, transaction)
  await transaction.brake.upsert({
    where: { name },
    create: { name, onSince: now, heldBack: 1 },
    update: wasOn ? { heldBack: { increment: 1 } } : { onSince: now, heldBack: 1 },
  })
}
