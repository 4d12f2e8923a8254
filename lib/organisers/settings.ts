import { z } from 'zod'
import { database } from '#lib/database/client.ts'
import { Prisma } from '#lib/database/types.ts'
import type { Organiser } from './organiser.ts'
import { recordDeed } from './trail/record-deed.ts'

/** Every setting that owners change in the console, what it may hold, and what it is until then. */
const SETTINGS = {
  /** Whether a full export needs a second organiser's approval. */
  exportNeedsApproval: z.boolean().default(false),
  /** Whether a message to signatories needs a second organiser's approval. */
  updatesNeedApproval: z.boolean().default(false),
  /** How many mails of an update go out in an hour, at most: providers of mailboxes dislike floods. */
  updateMailsPerHour: z.number().int().min(60).max(360_000).default(36_000),
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
    await recordDeed(
      {
        organiserId: organiser.id,
        networkHash: organiser.networkHash,
        kind: 'setting-changed',
        subject: key,
        details: { value: checked },
      },
      transaction,
    )
  })
}
