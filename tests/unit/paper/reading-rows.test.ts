import { describe, expect, test } from 'vitest'
import { languages } from '#lib/content/languages.ts'
import { CONSENTS, findColumnFault, PAPER_FIELDS } from '#lib/paper/columns.ts'
import { consentReader, guessColumns } from '#lib/paper/guess-columns.ts'
import { rowReaderOfCampaign } from '#lib/paper/row-reader-of-campaign.ts'
import { readMessages } from '#lib/text/messages.ts'

describe('what its columns hold is guessed', () => {
  test.each([
    [
      ['Prénom', 'NOM', 'Courriel', 'Pays', 'Établissement'],
      ['firstName', 'lastName', 'email', 'country', 'organisation'],
    ],
    [
      ['Full name', 'E-mail address', 'Organization', 'Job title', 'Show my name?'],
      ['name', 'email', 'organisation', 'role', ''],
    ],
    [
      ['Nom', 'Nom public', 'Nominal', 'Nom'],
      ['name', '', '', ''],
    ],
    [
      ['', '1', 'Signature'],
      ['', '', ''],
    ],
    [
      ['Prénom et nom', 'Adresse électronique', 'Fonction', 'Pays'],
      ['name', 'email', 'role', 'country'],
    ],
    [
      ['Prénoms', 'Nom de famille', 'Adresse e-mail :', 'Votre organisation', 'Catégorie'],
      ['firstName', 'lastName', 'email', 'organisation', 'category'],
    ],
    [
      ['Your name', 'Your e-mail address', 'Name of the organisation', 'Your role or profession'],
      ['name', 'email', 'organisation', 'role'],
    ],
    [
      ['* NOM & Prénom(s)', 'MÉL', 'Employeur (s’il y a lieu)', 'Adresse', 'Accordéon'],
      ['name', 'email', 'organisation', '', ''],
    ],
  ])('%j', (header, columns) => {
    expect(guessColumns(header)).toEqual(columns)
  })

  test.each([
    'Accord nom public',
    'Nom public',
    'Accord pour recevoir des nouvelles',
    'Consentement',
    'Newsletter',
    'Show my name?',
    'Opt-in',
  ])('but never what somebody agreed to: "%s" is for the organiser to read', title => {
    expect(guessColumns(['Nom', title])).toEqual(['name', ''])
    expect(consentReader()(title)).toBe(true)
  })

  test('and a title that speaks of something else is no consent', () => {
    const speaksOfConsent = consentReader()
    expect(['Nom', 'Accordéon', 'Publication', 'Fonction'].filter(speaksOfConsent)).toEqual([])
  })

  test('a list needs a name, and each field once', () => {
    expect(findColumnFault(['email', 'firstName'])).toBe('no-name')
    expect(findColumnFault(['name', 'email', 'email'])).toBe('twice')
    expect(findColumnFault(['', 'lastName', ''])).toBeNull()
  })
})

describe('the words of this site are heads, in each of its languages', () => {
  test.each(languages())('%s', language => {
    const { fields } = readMessages(language).organisers.paper.columns
    const named = PAPER_FIELDS.filter(field => !CONSENTS.has(field))
    expect(named.map(field => guessColumns([fields[field]])[0])).toEqual(named)
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
    expect(read(cells, ['name', 'email', 'country', 'kind'])).toEqual({
      outcome: 'invalid',
      faults,
    })
  })
})
