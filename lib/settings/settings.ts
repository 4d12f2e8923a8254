import { z } from 'zod'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'

/** Bounds of the sending rate of broadcasts: one mail a minute at least, a hundred a second at most. */
export const BROADCAST_MAILS_PER_HOUR = { least: 60, most: 360_000 }

/** More people than there are need no goal. */
export const LARGEST_GOAL = 8_000_000_000

const mailsPerHour = z
  .number()
  .int()
  .min(BROADCAST_MAILS_PER_HOUR.least)
  .max(BROADCAST_MAILS_PER_HOUR.most)

/** Every setting that owners change in the console, what it may hold, and what it is until then. */
const SETTINGS = {
  /** Whether a full export needs a second organiser's approval. */
  exportNeedsApproval: z.boolean().default(false),
  /** Whether a message to signatories needs a second organiser's approval. */
  broadcastsNeedApproval: z.boolean().default(false),
  /** Sending rate of broadcasts, in mails an hour: mailbox providers dislike floods. */
  broadcastMailsPerHour: mailsPerHour.default(36_000),
  /** First steps whose content may stay as it ships, each with a digest of what was accepted. */
  acceptedSteps: z.record(z.string(), z.string()).default({}),
  /** Whether the overview shows the first steps no more. */
  firstStepsArePutAway: z.boolean().default(false),
  /** The next goal of the tally, until it is reached; null for those that follow by themselves (goal.ts). */
  goal: z.number().int().min(1).max(LARGEST_GOAL).nullable().default(null),
}

const settings = z.object(SETTINGS)

export type Settings = z.output<typeof settings>
export type SettingKey = keyof Settings

/**
 * The campaign's settings as they are now.
 * @throws ZodError when the database holds a value that a setting may not have: no rule is then taken
 * for switched off
 */
export async function readSettings(
  transaction: Prisma.TransactionClient = database,
): Promise<Settings> {
  const rows = await transaction.campaignSetting.findMany()
  return settings.parse(Object.fromEntries(rows.map(({ key, value }) => [key, value])))
}

/** Reads a typed broadcastMailsPerHour; null if it is invalid. */
export function readMailsPerHour(typed: string) {
  const digits = typed.replaceAll(/\s/g, '')
  const read = mailsPerHour.safeParse(/^\d+$/.test(digits) ? Number(digits) : null)
  return read.success ? read.data : null
}

/** Changes those settings that are not as wished already. */
export async function saveSettings(organiser: Organiser, wished: Partial<Settings>) {
  const now = await readSettings()
  for (const key of Object.keys(wished) as SettingKey[]) {
    const value = wished[key]
    if (value !== undefined && value !== now[key]) await saveSetting(organiser, key, value)
  }
}

/**
 * Changes one setting and records it. Whoever calls this has asked for the capability 'run-campaign'.
 * @throws ZodError when the setting may not have this value
 */
export async function saveSetting<Key extends SettingKey>(
  organiser: Organiser,
  key: Key,
  value: Settings[Key],
  now = new Date(),
) {
  const checked = z.json().parse(SETTINGS[key].parse(value))
  const row = { value: checked ?? Prisma.JsonNull, changedAt: now }
  await database.$transaction(async transaction => {
    await transaction.campaignSetting.upsert({
      where: { key },
      create: { key, ...row },
      update: row,
    })
    await recordAuditEvent(
      { by: organiser, kind: 'setting-changed', subject: key, details: { value: checked } },
      transaction,
    )
  })
}
