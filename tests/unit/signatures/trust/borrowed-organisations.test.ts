import { expect, test } from 'vitest'
import { isForgery } from '#lib/signatures/trust/find-hold-reasons.ts'

const GARAGE = {
  name: 'Bernard Cornu',
  kind: 'organisation',
  email: 'bernard@garage.example',
} as const

test.each([
  'International Committee of the Red Cross (ICRC)',
  'INTERNATIONAL COMMITTEE OF THE RED CROSS',
  'The International Committee of the Red-Cross, Geneva',
  'Intеrnational Committee of the Red Cross',
  'International\u3164Committee of the Red Cross',
  'Red Cross International Committee',
  'ICRC',
  'lCRC Geneva',
  'C.I.C.R.',
  'CICR – délégation de Paris',
  'Comité international de la Croix‑Rouge',
  'Comite International de la Croix Rouge',
  'Médecins Sans Frontières Lyon',
  'MSF',
  'WHO Europe',
  'Organisation Mondiale de la Santé',
  'Fondation Emmanuel Macron',
])('%s is not for a garage to speak for', organisation => {
  expect(isForgery({ ...GARAGE, organisation })).toBe(true)
})

test.each([
  'Garage Cornu',
  'Those Who Care',
  'Who Cares? e.V.',
  'Hôpital de la Croix-Rousse',
  'Comité d’entreprise de la Poste',
  'Association des Médecins du Port',
  'Un hôpital pour tous',
  'Ligue des droits de l’Homme',
  'World Nurses',
  'United Hospitals',
  '=mc²',
])('%s is for its own', organisation => {
  expect(isForgery({ ...GARAGE, organisation })).toBe(false)
})

test('the organisation itself writes from its own domain, and does not wait', () => {
  const organisation = 'International Committee of the Red Cross (ICRC)'
  expect(isForgery({ ...GARAGE, organisation, email: 'amina@icrc.org' })).toBe(false)
  expect(isForgery({ ...GARAGE, organisation, email: 'amina@gva.icrc.org' })).toBe(false)
  expect(isForgery({ ...GARAGE, organisation, email: 'amina@icrc.org.evil.example' })).toBe(true)
})

test('who signs for herself says where she works; who speaks for it writes from there', () => {
  const amina = {
    ...GARAGE,
    name: 'Amina Haddad',
    kind: 'individual',
    organisation: 'ICRC',
  } as const
  expect(isForgery({ ...amina, capacity: 'personal' })).toBe(false)
  expect(isForgery({ ...amina, capacity: 'official' })).toBe(true)
  expect(isForgery({ ...amina, capacity: 'official', email: 'amina@icrc.org' })).toBe(false)
})
