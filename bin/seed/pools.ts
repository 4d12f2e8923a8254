import { organisationKey } from '#lib/signatures/trust/organisation-key.ts'
import { fold } from '#lib/text/search-key.ts'
import { diceFrom } from '../../tests/support/people/factories/dice.ts'
import { aPerson } from '../../tests/support/people/factories/people.ts'

const PEOPLE = 20_000
const ANY_SEED = 2020

/** People, organisations and what they say, drawn from by chance; nobody and nothing in particular. */
export function seedPools() {
  const dice = diceFrom(ANY_SEED)
  const people = Array.from({ length: PEOPLE }, () => aPerson(dice))
  const organisations = KINDS_OF_ORGANISATION.flatMap(kind =>
    PLACES.map(place => `${kind} ${place}`),
  )
  return {
    people: people.map(person => ({ ...person, folded: fold(person.name) })),
    organisations: organisations.map(name => ({
      name,
      folded: fold(name),
      key: organisationKey(name),
    })),
    roles: ROLES,
    statements: STATEMENTS,
    domains: spread(DOMAINS),
    referrers: spread(REFERRERS),
    tags: spread(TAGS),
  }
}

/** Each as often as its share says, so that a chance place of the list is a fair choice. */
function spread(shares: Record<string, number>) {
  return Object.entries(shares).flatMap(([value, share]) =>
    Array.from({ length: share }, () => (value === NOTHING ? null : value)),
  )
}

const NOTHING = 'nothing'

/** Of a name space that is nobody's (RFC 2606): no mail of a seeded site reaches anybody. */
const DOMAINS = {
  'mail.example': 34,
  'courriel.example': 21,
  'post.example': 12,
  'chu-rouen.example': 6,
  'hospital-north.example': 6,
  'universite.example': 9,
  'ngo.example': 7,
  'throwaway.example': 2,
  'aphp.example': 3,
}

const REFERRERS = {
  [NOTHING]: 46,
  'lemonde.fr': 9,
  'facebook.com': 9,
  't.co': 6,
  'linkedin.com': 8,
  'theguardian.com': 4,
  'google.com': 6,
  'icrc.org': 4,
  'letemps.ch': 3,
  'bsky.app': 3,
  'mastodon.social': 2,
}

const TAGS = {
  [NOTHING]: 70,
  newsletter: 12,
  'press-kit': 5,
  'poster-rouen': 3,
  'partner-icrc': 6,
  whatsapp: 4,
}

const KINDS_OF_ORGANISATION = [
  'Hôpital',
  'Centre hospitalier de',
  'Clinique de',
  'University Hospital of',
  'Red Cross of',
  'Association des soignants de',
  'Nurses of',
  'Institut de recherche de',
]

const PLACES = [
  'Rouen',
  'Genève',
  'Lyon',
  'Bruxelles',
  'Québec',
  'Leeds',
  'Cork',
  'Oslo',
  'Porto',
  'Tunis',
  'Hanoï',
  'Brno',
]

const ROLES = [
  'Infirmière',
  'Médecin',
  'Nurse',
  'Directeur',
  'Head of IT',
  'Chercheuse',
  'Paramedic',
  '医生',
]

const STATEMENTS = [
  'Parce qu’un hôpital n’est pas une cible.',
  'Our theatre lost its network for nine days. Never again.',
  'Soigner, toujours ; attaquer, jamais.',
  'My mother’s operation was put off twice. Somebody must answer for that.',
  'Un écran noir aux urgences, cela ne s’oublie pas.',
  'Patients first, in peace and online.',
]
