import { createTranslator } from 'use-intl/core'
import { database } from '#lib/database/client.ts'
import { zoneName } from '#lib/text/zone-name.ts'
import type { FrozenTally } from '../count-while-freezing.ts'
import { type PrintContent, type PrintLanguage, readPrintContent } from '../print-content.ts'
import { countNamed, countUnnamedByCategory } from '../queries.ts'

/** A frozen snapshot, as it is printed. */
export type FrozenPack = {
  /** The snapshot whose members it lists: its own, or the one that it is another pack of. */
  membersOf: string
  /** The one country whose signatories it lists, ISO 3166-1 alpha-2; null for all. */
  country: string | null
  takenAt: Date
  /** When the count was to be final, where it was not yet. */
  finalCountAt: Date | null
  tally: FrozenTally
  root: string
  /** In the languages of the pack alone. */
  printContent: PrintContent
  /** How many of those whom it lists or counts show their names now, and how many do not. */
  named: number
  unnamed: number
  /** How many of all members did not when they were frozen, and how many were erased since. */
  unnamedThen: number
  erased: number
}

/** @throws Error when there is no such snapshot, or it is not frozen. */
export async function readFrozenPack(id: string): Promise<FrozenPack> {
  const snapshot = await database.deliverySnapshot.findUnique({ where: { id } })
  if (!snapshot?.takenAt || !snapshot.root) throw new Error('There is no such frozen snapshot.')
  const { country } = snapshot
  const membersOf = snapshot.sourceId ?? id
  const [named, unnamed, erased] = await Promise.all([
    countNamed(membersOf, country),
    countUnnamedByCategory(membersOf, country),
    countErased(membersOf),
  ])
  const tally = snapshot.tally as FrozenTally
  return {
    membersOf,
    country,
    takenAt: snapshot.takenAt,
    finalCountAt: snapshot.finalCountAt,
    tally,
    root: snapshot.root,
    printContent: asChosen(readPrintContent(snapshot.printContent)),
    named,
    unnamed: unnamed.reduce((sum, { signatures }) => sum + signatures, 0),
    unnamedThen: tally.signatures - (snapshot.named ?? 0),
    erased,
  }
}

function asChosen(content: PrintContent): PrintContent {
  const { chosenLanguages, languages } = content
  if (!chosenLanguages) return content
  return { ...content, languages: languages.filter(({ code }) => chosenLanguages.includes(code)) }
}

/** How many members of a snapshot were erased since it was frozen. */
export function countErased(snapshotId: string) {
  return database.deliveryMember.count({ where: { snapshotId, record: null } })
}

/** How one language of a pack says things: its frozen words, and the moment of the snapshot. */
export function wordingOfPack(pack: FrozenPack, language: PrintLanguage) {
  const { takenAt, finalCountAt, tally } = pack
  const { timeZone } = pack.printContent
  const t = createTranslator({
    locale: language.code,
    messages: { delivery: language.words },
    timeZone,
  })
  const inZone = (moment: Date, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language.dateLocale, { ...options, timeZone }).format(moment)
  const dayOf = (moment: Date) => inZone(moment, { dateStyle: 'long' })
  const timeOf = (moment: Date) => inZone(moment, { timeStyle: 'short' })
  const number = (count: number) => new Intl.NumberFormat(language.dateLocale).format(count)
  const date = dayOf(takenAt)
  const time = timeOf(takenAt)
  const zone = zoneName(takenAt, timeZone, language.dateLocale)
  const earlier = (tally.earlierVersions ?? []).reduce((sum, one) => sum + one.signatures, 0)
  const provisional = finalCountAt
    ? t('delivery.tally.provisional', {
        date: dayOf(finalCountAt),
        time: timeOf(finalCountAt),
        zone: zoneName(finalCountAt, timeZone, language.dateLocale),
      })
    : null
  return {
    t,
    number,
    date,
    time,
    provisional,
    zone,
    confirmed: tally.onPaper
      ? t('delivery.confirmedOrPaper', { count: tally.onPaper })
      : language.words.confirmed,
    tally: {
      number: number(tally.signatures),
      label: t('delivery.tally.signatures', { count: tally.signatures }),
      more: [
        t('delivery.tally.organisations', { count: tally.organisations }),
        t('delivery.tally.countries', { count: tally.countries }),
        ...(tally.onPaper ? [t('delivery.tally.onPaper', { count: number(tally.onPaper) })] : []),
        t('delivery.tally.asOf', { date, time, zone }),
      ].join(' · '),
      earlier: earlier > 0 ? t('delivery.tally.earlier', { count: earlier }) : null,
      provisional,
    },
  }
}
