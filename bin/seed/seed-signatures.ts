import { categoryCodes } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'
import { consentVersion } from '#lib/signatures/consent.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { hoursOfCampaign } from './hours.ts'
import { seedPools } from './pools.ts'
import { fillTable, insertSeeded, TABLES } from './queries.ts'

const LONGEST_SEED_MS = 15 * 60_000

/** Whether somebody signed who was not seeded: seeded addresses all end in .example. */
export async function holdsRealSignatures() {
  const real = await database.signature.findFirst({
    where: { AND: [{ email: { not: '' } }, { NOT: { email: { endsWith: '.example' } } }] },
    select: { id: true },
  })
  return real !== null
}

/** Adds signatures to what is there, in one transaction. Resolves to how many. */
export async function seedSignatures(signatures: number, now = new Date()) {
  await ensurePublished()
  const settings = { maxWait: LONGEST_SEED_MS, timeout: LONGEST_SEED_MS }
  return database.$transaction(async transaction => {
    const pools = seedPools()
    await fillTables(transaction, pools, hoursOfCampaign(signatures, now))
    const stamp = now.getTime().toString(36)
    return insertSeeded(transaction, now, stamp, { ...pools, categories: categoryCodes() })
  }, settings)
}

async function fillTables(
  transaction: Prisma.TransactionClient,
  { people, organisations }: ReturnType<typeof seedPools>,
  hours: ReturnType<typeof hoursOfCampaign>,
) {
  const texts = languages().map(locale => ({
    locale,
    version: readLetter(locale).version,
    consent: consentVersion(locale),
  }))
  const rows = { people, organisations, texts, hours }
  for (const table of TABLES) await fillTable(transaction, table, rows[table.from])
}
