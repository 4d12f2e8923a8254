import { z } from 'zod'
import type { PublishedSnapshot } from '#lib/delivery/published-snapshots.ts'
import type { SignatoryPage } from '#lib/signatures/list-signatories.ts'
import type { Counts, Tally } from '#lib/signatures/tally.ts'

const count = z.int().min(0)
const moment = z.iso.datetime().describe('UTC')
const day = z.iso.date()

const counts = z.strictObject({
  signatures: count,
  individuals: count,
  organisations: count,
  countries: count.describe('Different countries, of those who said theirs'),
}) satisfies z.ZodType<Counts>

const tally = z
  .strictObject({
    ...counts.shape,
    asOf: moment.describe('When they were counted, UTC'),
    onPaper: count.exactOptional().describe('Of them, gathered on paper'),
    currentVersion: counts.exactOptional().describe('Those given to the letter as it stands'),
    earlierVersions: z
      .array(z.strictObject({ publishedOn: day, signatures: count }))
      .exactOptional()
      .describe('Those given to earlier versions of the letter'),
  })
  .describe('Confirmed signatures, counted at one moment') satisfies z.ZodType<Tally>

const signatory = z.strictObject({
  id: z.uuid().describe('Stable, and says nothing about the person'),
  name: z.string(),
  kind: z.enum(['individual', 'organisation']),
  organisation: z.string().nullable(),
  role: z.string().nullable(),
  category: z.string().nullable(),
  country: z.string().length(2).nullable().describe('ISO 3166-1 alpha-2'),
  capacity: z.enum(['personal', 'official']),
  capacityNote: z.string().nullable().describe('Show it beside the affiliation'),
  isDomainVerified: z.boolean().describe('Signed from an address of its website’s domain'),
  website: z.url().nullable(),
  logo: z.string().nullable().describe('Path on this site'),
  statement: z.string().nullable(),
  confirmedAt: moment,
})

const signatories = z
  .strictObject({
    signatories: z.array(signatory),
    next: z.string().nullable().describe('Value of `after` for the next page'),
  })
  .describe('People and organisations who agreed to be shown') satisfies z.ZodType<SignatoryPage>

const snapshot = z.strictObject({
  id: z.uuid(),
  takenAt: moment,
  signatures: count,
  root: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Root of the Merkle tree, SHA-256'),
  handedOverOn: day,
  handedOverTo: z.record(z.string(), z.string()).describe('To whom, by language'),
  country: z
    .string()
    .length(2)
    .exactOptional()
    .describe('The one country whose signatories that pack lists; ISO 3166-1 alpha-2'),
}) satisfies z.ZodType<PublishedSnapshot>

const snapshots = z.strictObject({ snapshots: z.array(snapshot) })

const refusal = z.strictObject({ error: z.enum(['unavailable', 'too-many']) })

/** What each address of the open data answers in JSON: the documents and the tests read it here. */
export const ANSWERS = { tally, signatories, snapshots, refusal }
