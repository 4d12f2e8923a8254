import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { errorsByField, signatureForm } from '#lib/signatures/signature-form.ts'

const CHOICES = {
  countries: ['FR', 'GB'],
  categories: ['health-care', 'citizen'],
  languages: ['fr', 'en'],
}
const CAMILLE = { name: 'Camille Roux', email: 'camille@example.org', consent: true }
const HOSPITAL = {
  ...CAMILLE,
  kind: 'organisation',
  organisation: 'Hôpital Saint-Louis',
  role: 'Directrice',
}

const read = (values: Record<string, unknown>) => signatureForm(CHOICES).parse(values)
const errorsOf = (values: Record<string, unknown>) => {
  const checked = signatureForm(CHOICES).safeParse(values)
  return checked.success ? {} : errorsByField(checked.error)
}

describe('what is needed', () => {
  test('name, address and consent are enough', () => {
    expect(read(CAMILLE)).toEqual({
      ...CAMILLE,
      kind: 'individual',
      capacity: 'personal',
      public: false,
      updates: false,
      locale: 'fr',
    })
  })

  test('an empty form says so of each needed field, all at once', () => {
    const needed = { name: 'required', email: 'required', consent: 'required' }
    expect(errorsOf({})).toEqual(needed)
    expect(errorsOf({ name: '', email: '', consent: '' })).toEqual(needed)
    expect(errorsOf({ name: ' ', email: '\u200b', consent: 'false' })).toEqual(needed)
  })

  test('an organisation also gives its name and the role of who signs for it', () => {
    expect(errorsOf(HOSPITAL)).toEqual({})
    expect(errorsOf({ ...CAMILLE, kind: 'organisation' })).toEqual({
      organisation: 'required',
      role: 'required',
    })
    expect(errorsOf({ ...HOSPITAL, role: '\u2800' })).toEqual({ role: 'required' })
    expect(errorsOf({ kind: 'organisation', role: 'Directrice' })).toEqual({
      name: 'required',
      email: 'required',
      consent: 'required',
      organisation: 'required',
    })
  })

  test('every mistake is told at once, in its own field', () => {
    const wrong = {
      name: 'evil.example',
      email: 'camille',
      kind: 'organisation',
      organisation: 'https://evil.example',
      role: 'Chef\u202e',
      category: 'royalty',
      country: 'XX',
      statement: 'x'.repeat(281),
      capacity: 'divine',
      public: 'perhaps',
      consent: 'off',
      updates: 3,
      locale: 'tlh',
    }
    expect(errorsOf(wrong)).toEqual({
      name: 'url',
      email: 'invalid',
      organisation: 'url',
      role: 'characters',
      category: 'choice',
      country: 'choice',
      statement: 'too-long',
      capacity: 'choice',
      public: 'invalid',
      consent: 'invalid',
      updates: 'invalid',
      locale: 'choice',
    })
  })
})

test('a name that begins as a formula or reads as an address is told so', () => {
  const wrong = { ...CAMILLE, name: '=1+1', email: 'jérôme@example.org' }
  expect(errorsOf(wrong)).toEqual({ name: 'formula', email: 'international' })
  expect(errorsOf({ ...CAMILLE, name: 'evil.com' })).toEqual({ name: 'url' })
})

describe('one schema', () => {
  const asForm = { public: 'on', updates: '', consent: 'on', country: '', category: 'citizen' }
  const asJson = { public: true, updates: false, consent: true, category: 'citizen' }

  test('a browser’s form and JSON say the same', () => {
    expect(read({ ...HOSPITAL, ...asForm })).toEqual(read({ ...HOSPITAL, ...asJson }))
  })

  test('a choice left open is no choice', () => {
    const open = {
      kind: '',
      category: '',
      country: '',
      capacity: '',
      locale: '',
      organisation: ' ',
    }
    expect(read({ ...CAMILLE, ...open })).toEqual(read(CAMILLE))
  })

  test('fields that nobody offered are dropped', () => {
    const greedy = { ...CAMILLE, status: 'confirmed', isAdmin: true, id: 'x', isPublic: true }
    expect(read(greedy)).toEqual(read(CAMILLE))
    expect(
      read(JSON.parse('{"__proto__":{"isAdmin":true},"name":"N","email":"n@b.fr","consent":true}')),
    ).not.toHaveProperty('isAdmin')
  })

  test.each([
    ['an array', ['a@b.fr']],
    ['a repeated field', ['a@b.fr', 'c@d.fr']],
    ['a number', 7],
    ['an object', { toString: () => 'a@b.fr' }],
    ['a file', new File(['a@b.fr'], 'a.txt')],
    ['null', null],
  ])('%s is no address, no name and no role', (_, value) => {
    expect(errorsOf({ ...CAMILLE, email: value, name: value, role: value })).toEqual({
      email: 'invalid',
      name: 'invalid',
      role: 'invalid',
    })
  })

  test('whatever is sent, the answer is a signature or codes, never a crash', () => {
    const names = [...Object.keys(HOSPITAL), 'category', 'country', 'statement', 'public', 'locale']
    const values = fc.dictionary(fc.constantFrom(...names), fc.anything())
    fc.assert(
      fc.property(values, given => {
        const checked = signatureForm(CHOICES).safeParse(given)
        const codes = checked.success ? [] : Object.values(errorsByField(checked.error))
        expect(checked.success || codes.length > 0).toBe(true)
        for (const code of codes) expect(CODES).toContain(code)
      }),
    )
  })
})

const CODES = [
  'required',
  'invalid',
  'too-long',
  'url',
  'formula',
  'characters',
  'choice',
  'international',
]
