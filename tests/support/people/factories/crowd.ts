import type { Signature } from '#lib/database/types.ts'
import { type Dice, diceFrom } from './dice.ts'
import { aPerson } from './people.ts'
import { aSignature } from './signature.ts'

const FIRST_SIGNATURE = Date.UTC(2026, 4, 26, 8, 0, 0)
const BETWEEN_SIGNATURES_MS = 7_000
const SHARE_OF_ORGANISATIONS = 0.08
const SHARE_OF_AFFILIATED = 0.3
const SHARE_OF_STATEMENTS = 0.2
const SHARE_OF_SHOWN = 0.85
const SHARE_OF_OFFICIAL = 0.1

/**
 * A crowd that signs one after another: seven seconds apart, all addresses different, the same
 * people for the same `seed`. Rows are made as they are asked for, so that the crowd may be large.
 */
export function* aCrowd(
  size: number,
  { seed = 2020, ...given }: Partial<Signature> & { seed?: number } = {},
): Generator<Signature> {
  const dice = diceFrom(seed)
  for (let place = 1; place <= size; place += 1) yield oneOfTheCrowd(place, seed, dice, given)
}

function oneOfTheCrowd(place: number, seed: number, dice: Dice, given: Partial<Signature>) {
  const isOrganisation = dice.roll() < SHARE_OF_ORGANISATIONS
  const isAffiliated = isOrganisation || dice.roll() < SHARE_OF_AFFILIATED
  return aSignature({
    ...aPerson(dice),
    email: `signatory.${seed}.${place}@example.org`,
    kind: isOrganisation ? 'organisation' : 'individual',
    organisation: isAffiliated ? dice.pick(ORGANISATIONS) : null,
    role: isAffiliated ? dice.pick(ROLES) : null,
    capacity: isAffiliated && dice.roll() < SHARE_OF_OFFICIAL ? 'official' : 'personal',
    statement: dice.roll() < SHARE_OF_STATEMENTS ? dice.pick(STATEMENTS) : null,
    isPublic: dice.roll() < SHARE_OF_SHOWN,
    wantsUpdates: dice.roll() < 0.5,
    submittedAt: new Date(FIRST_SIGNATURE + place * BETWEEN_SIGNATURES_MS),
    ...given,
  })
}

const ORGANISATIONS = [
  'Hôpital Saint-Louis',
  'Médecins du port; Marseille',
  'St. Mary’s "Old" Infirmary, Trust',
  'Universitätsklinikum Nord',
  '北京协和医院',
  'Centre hospitalier de Rouen',
  'Red Crescent of the North',
]

const ROLES = [
  'Infirmière',
  'Directeur',
  'Nurse',
  'Head of IT, wards & theatres',
  'Médecin',
  '医生',
]

const STATEMENTS = [
  'Parce qu’un hôpital n’est pas une cible.',
  'Our theatre lost its network for nine days. Never again.',
  'Soigner, toujours ; attaquer, jamais.\nC’est tout.',
]
