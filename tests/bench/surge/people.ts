import { createHash } from 'node:crypto'
import { mixesScripts } from '#lib/signatures/trust/imitation.ts'
import { diceFrom } from '../../support/people/factories/dice.ts'
import { aPerson } from '../../support/people/factories/people.ts'

const PEOPLE = 1_000
const ANY_SEED = 2026
const ENCODINGS = ['br', 'gzip']

const dice = diceFrom(ANY_SEED)
/** A name of two scripts is held, and its owner gets a second mail that says so: nobody here has one. */
const people = Array.from({ length: PEOPLE }, () => aPerson(dice)).filter(
  ({ name }) => !mixesScripts(name),
)

/** Who signs at a place of the run: a person with a mailbox and a network address of her own. */
export function signatoryAt(run: string, place: number) {
  const { name, country, locale } = people[place % people.length] ?? aPerson(dice)
  return { name, country, locale, email: addressOf(run, place), ...visitorAt(place + startOf(run)) }
}

/** Each run has its people in other networks: the same name five times in one network is held, and told so by mail. */
function startOf(run: string) {
  return createHash('sha256').update(run).digest().readUInt16BE()
}

export type Signatory = ReturnType<typeof signatoryAt>

/** A mailbox of a large provider: a crowd of one small domain would wait for its turn, or be held. */
export function addressOf(run: string, place: number) {
  return `reader-${run}-${place}@gmail.com`
}

export function isOfRun(address: string, run: string) {
  return address.startsWith(`reader-${run}-`)
}

/** Where a visitor comes from, in a network that she shares with few others, and what her browser takes. */
export function visitorAt(place: number) {
  const [network, host] = [place % 65_536, 1 + (Math.floor(place / 65_536) % 254)]
  return {
    from: `10.${network >> 8}.${network & 255}.${host}`,
    encoding: ENCODINGS[place % ENCODINGS.length] ?? 'br',
  }
}
