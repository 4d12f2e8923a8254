import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { type CountryCount, TOLD_APART_FROM } from '#lib/geography/shade-countries.ts'
import { readTallyByCountry } from '#lib/signatures/tally.ts'
import type { FrozenTally } from './count-while-freezing.ts'
import { signaturesOf } from './frozen-totals.ts'
import { readPrintContent } from './print-content.ts'

/** Of which signatures a pack may be, and what there is to choose. */
export type PackChoices = {
  /** The snapshot that it is another pack of; null for the signatures of now. */
  source: { id: string; takenAt: Date } | null
  /** Codes of the languages that it may be in. */
  languages: string[]
  /** Countries that may have a pack of their own: each with enough signatures to be told apart. */
  countries: { country: string; signatures: number }[]
}

/** What a pack of now may be, or another of a snapshot; null where there is no such snapshot, or it is not frozen. */
export async function readPackChoices(packId: string | null): Promise<PackChoices | null> {
  if (packId === null) {
    return { source: null, languages: languages(), countries: offered(await readTallyByCountry()) }
  }
  const snapshot = await database.deliverySnapshot.findUnique({ where: { id: packId } })
  if (!snapshot?.takenAt) return null
  const { totals } = snapshot.tally as FrozenTally
  const counts = (totals?.byCountry ?? []).map(one => ({
    country: one.country,
    signatures: signaturesOf(one),
  }))
  return {
    source: { id: snapshot.sourceId ?? snapshot.id, takenAt: snapshot.takenAt },
    languages: readPrintContent(snapshot.printContent).languages.map(({ code }) => code),
    countries: offered(counts),
  }
}

function offered(counts: CountryCount[]) {
  return counts.flatMap(({ country, signatures }) =>
    country !== null && signatures >= TOLD_APART_FROM ? [{ country, signatures }] : [],
  )
}
