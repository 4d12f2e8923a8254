import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { guessableWords } from '#lib/organisers/sign-in/guessable-words.ts'
import { findPasswordFault } from '#lib/organisers/sign-in/password-rules.ts'

const ABOUT = guessableWords('lucie.martin@aide-medicale.example')
const faultOf = (password: string) => findPasswordFault(password, ABOUT)

describe('a password that somebody who knows the campaign tries first is refused', () => {
  test.each([
    'openletter2026',
    'OpenLetter-2026!',
    '0penL3tter2026',
    'lettreouverte26',
    'Welcome2024!!',
    'Bienvenue2026!',
    'Motdepasse2026!',
    'Administrator1',
    'petition2026!!',
    'Signature1234',
    'lucie.martin2026',
    'AideMedicale2026',
    'Hopital2026!!!',
    'Jean-Pierre1974',
    'azertyuiop2026',
  ])('%s', async password => {
    expect(await faultOf(password)).not.toBeNull()
  })
})

test.each([
  'trois-chevaux-dans-la-mer',
  'grenouille tambour velours',
  'correct horse battery staple',
  'k7#qPz!vW2mL',
  'यह एक लंबा वाक्य है',
])('%s is taken', async password => {
  expect(await faultOf(password)).toBeNull()
})

test('one word of the field with a year and signs around it is never enough', async () => {
  const word = fc.constantFrom('openletter', 'lettre', 'petition', 'signature', 'campaign', 'lucie')
  const year = fc.integer({ min: 1950, max: 2030 }).map(String)
  const sign = fc.constantFrom('', '!', '!!', '?', '.')
  const shape = fc.constantFrom(
    (text: string) => text,
    (text: string) => text.toUpperCase(),
  )
  await fc.assert(
    fc.asyncProperty(word, year, sign, shape, async (text, digits, mark, write) => {
      const password = `${write(text)}${digits}${mark}`.padEnd(12, '!')
      expect(await faultOf(password)).not.toBeNull()
    }),
    { numRuns: 60 },
  )
})
