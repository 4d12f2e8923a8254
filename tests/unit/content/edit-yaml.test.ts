import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editYaml } from '#lib/content/edit-yaml.ts'

const CAMPAIGN = readFileSync('content/campaign.yaml', 'utf8')
const FRENCH = readFileSync('content/campaign/fr.yaml', 'utf8')
const WATCHED = readFileSync('content/watch-list.yaml', 'utf8')
const PEOPLE = readFileSync('content/first-signatories.yaml', 'utf8')

const comments = (text: string) => text.split('\n').filter(line => /^\s*#/.test(line))

/** Lines of one text that the other lacks, and the other way round. */
function changed(before: string, after: string) {
  const [old, young] = [before.split('\n'), after.split('\n')]
  return { gone: old.filter(l => !young.includes(l)), come: young.filter(l => !old.includes(l)) }
}

test('without an edit a file comes back as it was, byte for byte', () => {
  for (const text of [CAMPAIGN, FRENCH, WATCHED, PEOPLE]) expect(editYaml(text, [])).toBe(text)
})

test('one setting is one line', () => {
  const edited = editYaml(CAMPAIGN, [{ at: ['contactEmail'], value: 'lucie@ngo.example' }])
  expect(changed(CAMPAIGN, edited)).toEqual({
    gone: ['contactEmail: letter@example.org'],
    come: ['contactEmail: lucie@ngo.example'],
  })
})

test('a setting within a table keeps the comments above it', () => {
  const edited = editYaml(FRENCH, [{ at: ['legal', 'address'], value: '3, rue des Lilas : Paris' }])
  expect(changed(FRENCH, edited).come).toEqual(['  address: "3, rue des Lilas : Paris"'])
  expect(comments(edited)).toEqual(comments(FRENCH))
})

test('a text of several paragraphs stands as several lines', () => {
  const mail = 'Bonjour,\n\nLisez: « ceci » # vite\n'
  const edited = editYaml(FRENCH, [{ at: ['sharing', 'reader', 'mail'], value: mail }])
  expect(parse(edited).sharing.reader.mail).toBe(mail)
  expect(edited).toContain('    mail: |\n      Bonjour,\n\n      Lisez: « ceci » # vite\n')
})

test('a setting that was not there is added, and taken away again', () => {
  const edited = editYaml(CAMPAIGN, [{ at: ['press', 'contact'], value: '#005a9c' }])
  expect(edited.startsWith(CAMPAIGN)).toBe(true)
  expect(parse(edited).press).toEqual({ contact: '#005a9c' })
  expect(editYaml(edited, [{ at: ['press'], value: undefined }])).toBe(CAMPAIGN)
})

test('a file that is not there yet begins with the setting', () => {
  expect(editYaml(null, [{ at: ['a', 'b'], value: 'c' }])).toBe('a:\n  b: c\n')
  expect(editYaml(null, [{ at: [], value: ['a', 'b'] }])).toBe('- a\n- b\n')
})

describe('a list', () => {
  test('keeps the words above it when its first entry goes', () => {
    const [, ...rest] = parse(WATCHED)
    const edited = editYaml(WATCHED, [{ at: [], value: rest }])
    expect(changed(WATCHED, edited)).toEqual({ gone: ['- António Guterres'], come: [] })
  })

  test('is put in another order with the comments of its entries', () => {
    const text = '# Watched.\n\n# Hers.\n- name: Ada\n  domains: [a.org] # two\n# His.\n- Bo\n'
    const edited = editYaml(text, [
      { at: [], value: ['Bo', 'Cy', { name: 'Ada', domains: ['a.org', 'b.org'] }] },
    ])
    expect(parse(edited)).toEqual(['Bo', 'Cy', { name: 'Ada', domains: ['a.org', 'b.org'] }])
    expect(comments(edited).sort()).toEqual(comments(text).sort())
    expect(edited).toContain('domains: [a.org, b.org] # two')
  })

  test('a person more is three lines more', () => {
    const person = { name: 'Grâce Obi', category: 'research', joined: '2026-12-01' }
    const edited = editYaml(PEOPLE, [{ at: [], value: [...parse(PEOPLE), person] }])
    expect(edited).toBe(`${PEOPLE}- name: Grâce Obi\n  category: research\n  joined: 2026-12-01\n`)
  })

  test('that was empty stands line by line', () => {
    const edited = editYaml('# Nobody yet.\n[]\n', [{ at: [], value: [{ name: 'Ada' }] }])
    expect(edited).toBe('# Nobody yet.\n- name: Ada\n')
    expect(editYaml('{}\n', [{ at: [], value: { Ada: 'poet' } }])).toBe('Ada: poet\n')
  })

  test('of none keeps its words', () => {
    const edited = editYaml(WATCHED, [{ at: [], value: [] }])
    expect(parse(edited)).toEqual([])
    expect(comments(edited)).toEqual(comments(WATCHED))
  })
})

test('line ends of Windows stay', () => {
  const edited = editYaml('# Who.\r\nname: Ada\r\nof: "x"\r\n', [{ at: ['name'], value: 'Bo' }])
  expect(edited).toBe('# Who.\r\nname: Bo\r\nof: "x"\r\n')
})

test('a table in which nothing stands yet takes a setting; what is no table is left to hands', () => {
  const edit = { at: ['look', 'accent'], value: 'blue' }
  expect(editYaml('look: # later\nother: 1\n', [edit])).toMatch(
    /^look:.*\n {2}accent: blue\nother: 1\n$/,
  )
  expect(() => editYaml('look: red\n', [edit])).toThrow('look is no table')
  expect(() => editYaml('Hello\n', [edit])).toThrow('the whole file is no table')
})

test('what stands in several places at once is left to hands', () => {
  const text = 'a: &x one\nb: *x\n'
  expect(() => editYaml(text, [{ at: ['a'], value: 'two' }])).toThrow(/anchors/)
  expect(() => editYaml('a: [', [{ at: ['a'], value: 'two' }])).toThrow()
})

const oddText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[:#\-?&*!|>'"%@`{}[\], \n\t\\~=0-9a-z🫀é]{0,40}$/u),
  fc.constantFrom(
    '',
    'null',
    'true',
    '~',
    '2020-05-26',
    '0x1F',
    '- a',
    'a: b',
    'a #b',
    '👩🏽‍⚕️',
    '…',
  ),
)
/** What any text on a page may be: well-formed, its lines ended as PostgreSQL and YAML keep them. */
const typed = oddText.map(text => text.toWellFormed().replace(/\r\n?/g, '\n'))

test('whatever is typed comes back, and nothing else has moved', () => {
  const paths = [['contactEmail'], ['retention', 'deliveredOn'], ['press', 'logo'], ['timeZone']]
  fc.assert(
    fc.property(fc.constantFrom(...paths), typed, (at, value) => {
      const edited = editYaml(CAMPAIGN, [{ at, value }])
      const [first = '', second] = at
      const expected = parse(CAMPAIGN)
      expected[first] = second ? { ...expected[first], [second]: value } : value
      expect(parse(edited)).toEqual(expected)
      expect(comments(edited)).toEqual(expect.arrayContaining(comments(CAMPAIGN)))
    }),
  )
})

test.each([' \n', ' \n \n', '\n', ' a\nb'])(
  'a text that begins with a space or a line comes back: %j',
  text => {
    const value = [{ name: text, also: [text] }]
    expect(parse(editYaml(WATCHED, [{ at: [], value }]))).toEqual(value)
  },
)

test('any list of watched names comes back', () => {
  const entry = fc.oneof(typed, fc.record({ name: typed, also: fc.array(typed, { maxLength: 3 }) }))
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 5 }),
      fc.array(entry, { maxLength: 5 }),
      (one, other) => {
        const first = editYaml(WATCHED, [{ at: [], value: one }])
        expect(parse(first)).toEqual(one)
        expect(parse(editYaml(first, [{ at: [], value: other }]))).toEqual(other)
      },
    ),
  )
})
