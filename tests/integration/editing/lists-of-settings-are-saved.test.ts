import { beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { addFirstSignatories } from '#lib/editing/parts/add-first-signatories.ts'
import { categoriesPart } from '#lib/editing/parts/categories.ts'
import { firstSignatoriesPart } from '#lib/editing/parts/first-signatories.ts'
import { languagesPart } from '#lib/editing/parts/languages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { editableContent, openPart } from '../../support/site/editable-content.ts'

const CAMPAIGN = 'campaign.yaml'

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

describe('first signatories', () => {
  const TODAY = '2026-12-01'
  const part = () => firstSignatoriesPart(TODAY)
  const names = (text: string) => parse(text).map(({ name }: { name: string }) => name)

  test('are added, moved and taken away, with their roles in every language', async () => {
    const site = editableContent()
    const form = openPart(part(), site)
    const typed = {
      'name-0': '',
      'order-13': '1',
      'name-14': 'Grâce  Obi',
      'category-14': 'research',
      'role-fr-14': 'épidémiologiste : Lagos',
      'role-en-14': 'epidemiologist, Lagos',
    }
    expect(await form.save(lucie, typed)).toEqual({ outcome: 'written' })
    const now = site.read('first-signatories.yaml')
    expect(names(now).slice(0, 2)).toEqual(['Ernesto Zedillo', 'Ban Ki-moon'])
    expect(parse(now).at(-1)).toEqual({ name: 'Grâce Obi', category: 'research', joined: TODAY })
    expect(parse(site.read('first-signatories/fr.yaml'))['Grâce Obi']).toBe(
      'épidémiologiste : Lagos',
    )
    expect(site.read('first-signatories/en.yaml')).not.toContain('Albright')
    expect(now).toContain('# Who signed the letter of 2020')
  })

  test('are asked for what is missing at their row, wherever they stand in the list', async () => {
    const site = editableContent()
    const form = openPart(part(), site)
    const typed = { 'order-14': '1', 'name-14': 'Grâce Obi', 'role-fr-14': 'médecin' }
    expect(await form.save(lucie, typed)).toMatchObject({
      outcome: 'mistaken',
      fields: [{ field: 'category-14' }],
    })
    const withCategory = { ...typed, 'category-14': 'research' }
    expect(await form.save(lucie, withCategory)).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [{ field: 'role-en-14', fault: { code: 'empty' } }],
    })
  })

  test('come from a list, in whose lines categories have their names', async () => {
    const site = editableContent()
    const lines = [
      ['Nom', 'Fonction', 'Role', 'Catégorie', 'Jour'],
      ['Grâce Obi', 'épidémiologiste', 'epidemiologist', 'recherche et université', '2026-11-30'],
      ['Eva Chen', 'fondatrice', 'founder', '', ''],
      ['', '', '', '', ''],
    ]
    expect(await addFirstSignatories(lucie, lines, TODAY, site.folders)).toEqual({
      outcome: 'written',
    })
    const now = parse(site.read('first-signatories.yaml'))
    expect(now).toHaveLength(15)
    expect(now.at(-1)).toEqual({ name: 'Grâce Obi', category: 'research', joined: '2026-11-30' })
    expect(now[3]).toEqual({ name: 'Eva Chen', category: 'technology', joined: '2020-05-26' })
    expect(parse(site.read('first-signatories/en.yaml'))).toMatchObject({ 'Eva Chen': 'founder' })
  })

  test('of a list with mistakes nothing is saved, and each is told with its line', async () => {
    const site = editableContent()
    const before = site.read('first-signatories.yaml')
    const lines = [
      ['Grâce Obi', 'épidémiologiste', 'epidemiologist', 'research', '2026-11-30'],
      ['', '', '', '', ''],
      ['Ana Lima', 'médecin', 'physician', 'unheard of', '2026-11-30'],
      ['Noor Haddad', 'avocate', 'lawyer', 'research', 'last Monday'],
    ]
    expect(await addFirstSignatories(lucie, lines, TODAY, site.folders)).toEqual({
      outcome: 'mistaken',
      mistakes: [
        { line: 3, field: 'category' },
        { line: 4, field: 'joined' },
      ],
    })
    expect(site.read('first-signatories.yaml')).toBe(before)
  })
})

describe('categories and watched names', () => {
  test('a new category gets a code of its own, another place is another order', async () => {
    const site = editableContent()
    const form = openPart(categoriesPart(), site)
    const typed = {
      'order-9': '1.5',
      'category-fr-9': 'Écoles & lycées',
      'category-en-9': 'Schools',
      watched: `${form.fields.watched}\nWangari Maathai; ; greenbelt.example.org`,
    }
    expect(await form.save(lucie, typed)).toEqual({ outcome: 'written' })
    const { categories } = parse(site.read(CAMPAIGN))
    expect(categories.slice(0, 3)).toEqual(['health-care', 'ecoles-lycees', 'research'])
    expect(parse(site.read('campaign/en.yaml')).categories['ecoles-lycees']).toBe('Schools')
    expect(parse(site.read('watch-list.yaml')).at(-1)).toEqual({
      name: 'Wangari Maathai',
      domains: ['greenbelt.example.org'],
    })
    expect(site.read('watch-list.yaml')).toContain(
      '- name: Médecins sans frontières\n  also: [MSF, Doctors Without Borders]\n',
    )
  })

  test('one that somebody has chosen stays; one that nobody has goes', async () => {
    const site = editableContent()
    await database.signature.create({ data: aSignature({ category: 'business' }) })
    const form = openPart(categoriesPart(), site)
    const without = (index: number) => ({
      [`category-fr-${index}`]: '',
      [`category-en-${index}`]: '',
    })
    expect(await form.save(lucie, without(7))).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [{ field: 'category-fr-7', fault: { code: 'chosen' } }],
    })
    await form.save(lucie, without(8))
    expect(parse(site.read(CAMPAIGN)).categories).not.toContain('citizen')
  })

  test('one at least stays', async () => {
    const site = editableContent()
    const form = openPart(categoriesPart(), site)
    const all = Object.keys(form.fields).filter(field => field.startsWith('category-'))
    const typed = Object.fromEntries(all.map(field => [field, '']))
    expect(await form.save(lucie, typed)).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [{ field: 'category-fr-0', fault: { code: 'empty' } }],
    })
  })

  test('a domain that is none is told by its line', async () => {
    const site = editableContent()
    const typed = { watched: 'Ada\nBo; ; not a domain' }
    expect(await openPart(categoriesPart(), site).save(lucie, typed)).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [{ field: 'watched', fault: { code: 'not-watched-line', values: { line: 2 } } }],
    })
  })
})

test('English is no longer offered, and the text that decides must be', async () => {
  const site = editableContent()
  const form = openPart(languagesPart(), site)
  expect(await form.save(lucie, { 'language-fr': 'no' })).toMatchObject({
    outcome: 'mistaken',
    fields: [{ field: 'authoritativeLanguage' }],
  })
  await form.save(lucie, { 'language-en': 'no' })
  expect(parse(site.read(CAMPAIGN)).languages).toEqual(['fr'])
  await openPart(languagesPart(), site).save(lucie, form.fields)
  expect(parse(site.read(CAMPAIGN)).languages).toBeUndefined()
})
