import { beforeEach, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Organiser } from '#lib/access/organiser.ts'
import { identityPart } from '#lib/editing/parts/identity.ts'
import { lookPart } from '#lib/editing/parts/look.ts'
import { saveDrawing } from '#lib/editing/parts/save-drawing.ts'
import { listSaves } from '#lib/editing/saves.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { editableContent, openPart } from '../../support/site/editable-content.ts'

const CAMPAIGN = 'campaign.yaml'

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  karim = await anOrganiser('Karim', 'owner')
})

describe('Lucie says who she is', () => {
  test('in one save of three files, each with the lines that changed and no others', async () => {
    const site = editableContent()
    const form = openPart(identityPart(), site)
    const typed = {
      contactEmail: 'lucie@soins.example.org',
      'organisation-fr': 'Soins : à l’abri # 2026',
      'address-fr': '3, rue des Lilas',
      'address-en': '3 Lilac Street',
      'host-fr': '',
    }
    expect(await form.save(lucie, typed)).toEqual({ outcome: 'written' })
    expect(await readAuditEvents('content-saved')).toMatchObject([
      {
        details: {
          files: [`${CAMPAIGN} +1 −1`, 'campaign/fr.yaml +2 −2', 'campaign/en.yaml +1 −1'],
        },
      },
    ])
    expect(parse(site.read('campaign/fr.yaml'))).toMatchObject({
      organisation: 'Soins : à l’abri # 2026',
      legal: { host: null },
    })
    expect(openPart(identityPart(), site).fields).toEqual({ ...form.fields, ...typed })
  })

  test('and is told at the field what is wrong; nothing is written', async () => {
    const site = editableContent()
    const typed = { contactEmail: 'lucie', timeZone: 'Mars/Base' }
    expect(await openPart(identityPart(), site).save(lucie, typed)).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [
        { field: 'contactEmail', fault: { code: 'not-mail' } },
        { field: 'timeZone', fault: { code: 'not-a-time-zone' } },
      ],
    })
    expect(await listSaves()).toEqual([])
  })

  test('a line of the legal notice is asked for in every language', async () => {
    const site = editableContent()
    const form = openPart(identityPart(), site)
    const typed = { 'address-en': '3 Lilac Street', 'organisation-en': ' ' }
    expect(await form.save(lucie, typed)).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [{ field: 'address-fr', fault: { code: 'every-language' } }],
    })
    const shorter = { ...typed, 'address-en': '' }
    expect(await form.save(lucie, shorter)).toEqual({
      outcome: 'mistaken',
      others: [],
      fields: [{ field: 'organisation-en', fault: { code: 'empty' } }],
    })
  })

  test('a setting that may be left out goes with its line', async () => {
    const site = editableContent()
    const shipped = site.read(CAMPAIGN)
    for (const securityContact of ['https://soins.example.org/security', '']) {
      await openPart(identityPart(), site).save(lucie, { securityContact })
      expect(parse(site.read(CAMPAIGN)).securityContact ?? '').toBe(securityContact)
    }
    expect(site.read(CAMPAIGN)).toBe(shipped)
  })

  test('what is not changed is no save', async () => {
    const site = editableContent()
    const form = openPart(identityPart(), site)
    expect(await form.save(lucie)).toEqual({ outcome: 'unchanged' })
  })
})

describe('two at once', () => {
  test('Karim changes another setting of the same file meanwhile: both stand', async () => {
    const site = editableContent()
    const [hers, his] = [openPart(identityPart(), site), openPart(lookPart(), site)]
    await his.save(karim, { accent: '#1e6b3a' })
    const typed = { contactEmail: 'lucie@soins.example.org' }
    expect(await hers.save(lucie, typed)).toEqual({ outcome: 'written' })
    expect(parse(site.read(CAMPAIGN))).toMatchObject({
      contactEmail: 'lucie@soins.example.org',
      look: { accent: '#1e6b3a' },
    })
  })

  test('he changes the same by hand: nothing of his is overwritten', async () => {
    const site = editableContent()
    const form = openPart(identityPart(), site)
    site.write(CAMPAIGN, site.with(CAMPAIGN, 'letter@example.org', 'karim@soins.example.org'))
    const typed = { contactEmail: 'lucie@soins.example.org' }
    expect(await form.save(lucie, typed)).toEqual({ outcome: 'changed' })
    expect(site.read(CAMPAIGN)).toContain('contactEmail: karim@soins.example.org')
  })
})

test('a colour in which nobody can read is refused at its field, with one that can', async () => {
  const site = editableContent()
  const yellow = { accent: '#f2b705', accentAtNight: '' }
  expect(await openPart(lookPart(), site).save(lucie, yellow)).toMatchObject({
    outcome: 'mistaken',
    fields: [
      {
        field: 'accent',
        fault: {
          code: 'contrast',
          values: { nearest: expect.stringMatching(/^#[0-9a-f]{6}$/) },
        },
      },
    ],
  })
})

test('a file that is broken by hand is told, and stays as it is', async () => {
  const site = editableContent()
  site.write(CAMPAIGN, 'contactEmail: [')
  const result = await openPart(lookPart(), site).save(lucie, { accent: '#1e6b3a' })
  expect(result).toMatchObject({
    outcome: 'mistaken',
    fields: [],
    others: [{ file: 'content/campaign.yaml', code: 'yaml' }],
  })
  expect(site.read(CAMPAIGN)).toBe('contactEmail: [')
})

describe('a drawing of one’s own', () => {
  const SUN =
    '<svg viewBox="0 0 9 9" onload="alert(1)"><circle r="4"/><script>alert(1)</script></svg>'

  test('is kept as it is drawn anew, and the look has it', async () => {
    const site = editableContent()
    expect(await saveDrawing(lucie, 'logo', SUN, site.folders)).toEqual({ outcome: 'written' })
    expect(site.read('look/logo.svg')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="9" height="9" fill="currentColor"><circle r="4"/></svg>\n',
    )
    expect(parse(site.read(CAMPAIGN)).look).toMatchObject({ heading: 'logo', drawing: 'pulse' })
    expect(await saveDrawing(lucie, 'logo', SUN, site.folders)).toEqual({ outcome: 'unchanged' })
  })

  test('is not kept while the settings cannot be read', async () => {
    const site = editableContent()
    site.write(CAMPAIGN, 'contactEmail: [')
    expect(await saveDrawing(lucie, 'logo', SUN, site.folders)).toEqual({ outcome: 'mistaken' })
    expect(site.read(CAMPAIGN)).toBe('contactEmail: [')
  })

  test('is refused where it is none, and chosen in vain where there is none', async () => {
    const site = editableContent()
    expect(await saveDrawing(lucie, 'drawing', '<html></html>', site.folders)).toEqual({
      outcome: 'refused',
      fault: 'not-svg',
    })
    expect(await openPart(lookPart(), site).save(lucie, { drawing: 'own' })).toMatchObject({
      outcome: 'mistaken',
      fields: [{ field: 'drawing', fault: { code: 'needs-file' } }],
    })
  })
})
