import { describe, expect, test } from 'vitest'
import { findColumnFault, guessColumns } from '#lib/paper/columns.ts'
import { rowReaderOfCampaign } from '#lib/paper/row-reader-of-campaign.ts'

describe('what its columns hold is guessed', () => {
  test.each([
    [
      ['Prénom', 'NOM', 'Courriel', 'Pays', 'Établissement'],
      ['firstName', 'lastName', 'email', 'country', 'organisation'],
    ],
    [
      ['Full name', 'E-mail address', 'Organization', 'Job title', 'Show my name?'],
      ['name', 'email', 'organisation', 'role', 'public'],
    ],
    [
      ['Nom', 'Nom public', 'Nominal', 'Nom'],
      ['name', 'public', '', ''],
    ],
    [
      ['', '1', 'Signature'],
      ['', '', ''],
    ],
  ])('%j', (header, columns) => {
    expect(guessColumns(header)).toEqual(columns)
  })

  test('a list needs a name, and each field once', () => {
    expect(findColumnFault(['email', 'firstName'])).toBe('no-name')
    expect(findColumnFault(['name', 'email', 'email'])).toBe('twice')
    expect(findColumnFault(['', 'lastName', ''])).toBeNull()
  })
})

describe('a row is held to the rules of the form', () => {
  const read = rowReaderOfCampaign()

  test('with names of countries and categories in any language, and words for yes', () => {
    const cells = [
      'Zoé',
      'Müller',
      'Zoe+paper@Example.org',
      'ALLEMAGNE',
      'Santé et soins',
      'Oui',
      '',
    ]
    const columns = [
      'firstName',
      'lastName',
      'email',
      'country',
      'category',
      'public',
      'updates',
    ] as const
    expect(read(cells, [...columns])).toMatchObject({
      outcome: 'fine',
      signature: {
        name: 'Zoé Müller',
        email: { address: 'zoe+paper@example.org', key: 'zoe@example.org' },
        country: 'DE',
        category: 'health-care',
        kind: 'individual',
        public: true,
        updates: false,
      },
    })
  })

  test.each([
    [['', 'a@b.fr'], ['name.required']],
    [['=HYPERLINK("http://x")', ''], ['name.formula']],
    [['Zoé', 'a@b.fr,c@d.fr'], ['email.invalid']],
    [['Zoé', 'n/a'], ['email.invalid']],
    [
      ['evil.example', 'a@b'],
      ['name.url', 'email.invalid'],
    ],
    [['Zoé', '', 'Atlantis'], ['country.choice']],
    [['Zoé', '', '', 'organisation'], ['organisation.required']],
  ])('%j', (cells, faults) => {
    expect(read(cells, ['name', 'email', 'country', 'kind'])).toEqual({ outcome: 'wrong', faults })
  })
})
