import type { Signature } from '#lib/database/types.ts'
import { aCrowd } from './crowd.ts'
import { anOrganisationSignature, aSignature } from './signature.ts'

const HOUR_MS = 3_600_000

/**
 * A campaign at its height, for what is measured of its pages: a crowd of many countries, a wall of
 * statements, a dozen organisations, people whom organisers put first, and newest names that need
 * every letter of the fonts.
 */
export function* aFullHouse(): Generator<Signature> {
  yield* aCrowd(1_500)
  for (const [place, country] of COUNTRIES.entries()) {
    yield* aCrowd(5 + place, { seed: place, country, isPublic: false })
  }
  for (const statement of STATEMENTS) yield aLate({ statement, statementStatus: 'approved' })
  for (const [place, organisation] of ORGANISATIONS.entries()) {
    yield aLate({ ...anOrganisationOf(organisation), isDomainVerified: place % 2 === 0 })
  }
  for (const [featuredOrder, name] of NAMES.entries()) {
    yield aLate({ name, role: 'Infirmière', organisation: ORGANISATIONS[0] ?? '', featuredOrder })
  }
}

let late = 0

function aLate(given: Partial<Signature>) {
  late += 1
  return aSignature({ submittedAt: new Date(Date.UTC(2026, 6, 1) + late * HOUR_MS), ...given })
}

function anOrganisationOf(organisation: string) {
  const { kind, role } = anOrganisationSignature()
  return { kind, role, organisation, website: 'https://hopital.example/' }
}

const COUNTRIES = (
  'FR BE CH CA LU GB US AU IE NZ DE ES PT SE PL CZ BR VN CN JP TW MA DZ TN LB EG UA GR IN KR IL IT NL ' +
  'NO FI DK AT HU RO BG HR RS TR ZA NG KE SN CI CM MX AR CL CO PE ID PH TH MY PK BD LK NP ET GH UG'
).split(' ')

const NAMES = ['Nguyễn Thị Minh', 'Łucja Wójcik', 'Jiří Dvořák', 'Siobhán O’Hara', 'Œuvrard Zoé']

const STATEMENTS = [
  'Parce qu’un hôpital n’est pas une cible.',
  'Our theatre lost its network for nine days. We drew lots for the one scanner that still worked, and I do not want to do that again.',
  'Soigner, toujours ; attaquer, jamais.\nC’est tout.',
  'Ma mère attendait son opération. Elle a été repoussée trois fois, et personne n’a su nous dire pourquoi.',
]

const ORGANISATIONS = [
  'Centre hospitalier universitaire de Rouen',
  'Universitätsklinikum Nord',
  'St. Mary’s Infirmary Trust',
  'Hôpital Saint-Louis',
  'Red Crescent of the North',
  'Szpital Wojewódzki w Łodzi',
  'Bệnh viện Chợ Rẫy',
  'Fakultní nemocnice Plzeň',
  'Médecins du port, Marseille',
  'Collège des infirmières du Québec',
  'Royal College of Ward Sisters',
  'Fundação Saúde para Todos',
]
