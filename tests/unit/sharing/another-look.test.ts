import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { countRedPixels } from '../../support/checks/red-pixels.ts'

// Before any module of the site is loaded: it reads content/ once.
const content = mkdtempSync(join(tmpdir(), 'open-letter-look-'))
cpSync('content', content, { recursive: true })
const campaign = readFileSync(join(content, 'campaign.yaml'), 'utf8')
const blue = campaign
  .replace('accent: "#bd2413"', 'accent: "#005a9c"')
  .replace('accentAtNight: "#ff7259"', 'accentAtNight: null')
writeFileSync(join(content, 'campaign.yaml'), blue)
process.env.CONTENT_FOLDER = content
vi.resetModules()

const { look } = await import('#lib/content/campaign.ts')
const { typesetPicture } = await import('#lib/delivery/pack/typeset.ts')
const { currentPrintContent, readPrintContent } = await import('#lib/delivery/print-content.ts')
const { compose } = await import('#lib/mail/compose.ts')
const { MAIL_KINDS, sampleMail } = await import('#lib/mail/templates/load.ts')
const { badge } = await import('#lib/sharing/badge.ts')
const { lookPicture } = await import('#lib/sharing/look-pictures.ts')
const { socialPicture } = await import('#lib/sharing/social-picture.ts')

afterAll(() => {
  delete process.env.CONTENT_FOLDER
  rmSync(content, { recursive: true })
})

const FIRST_REDS = /#(bd2413|ff7259|93170a|ff9580)/i

const PICTURE = {
  language: 'en',
  kind: 'Open letter',
  title: 'Let the river be',
  count: null,
  invitation: 'Read it, and sign it',
}

test('the picture of a shared link has not one pixel of the first letter’s red', async () => {
  expect(await countRedPixels(await socialPicture(PICTURE))).toBe(0)
  expect(await countRedPixels(readFileSync('public/press/pulse.png'))).toBeGreaterThan(1_000)
})

test.each(['icon.png', 'press.png'])('nor has %s', async name => {
  const picture = await lookPicture(name)
  expect(await countRedPixels(picture?.bytes ?? new Uint8Array())).toBe(0)
})

test('nor has a printed page', () => {
  const poster = {
    ...PICTURE,
    addressee: 'To the council',
    launchedBy: 'Us',
    sentences: ['It flows.'],
    address: 'letter.example.org',
    qr: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>',
    moment: { year: 2026, month: 12, day: 1, hour: 0, minute: 0, second: 0 },
  }
  const drawn = typesetPicture('poster', poster)
  expect(drawn).toContain('#005a9c')
  expect(drawn).not.toMatch(FIRST_REDS)
})

test('nor has a delivery pack, but one that was frozen before keeps its own, however often it is made', () => {
  const now = currentPrintContent()
  expect(JSON.stringify(now.look)).toContain('#005a9c')
  expect(JSON.stringify(now.look)).not.toMatch(FIRST_REDS)
  const { look: _, ...before } = now
  expect(JSON.stringify(readPrintContent(before).look)).toMatch(FIRST_REDS)
  expect(readPrintContent({ ...now, look: { 'look.json': '{}' } }).look).toEqual({
    'look.json': '{}',
  })
})

test('nor has a badge', () => {
  const drawn = badge({ label: 'River', count: '12', direction: 'ltr', look: look() })
  expect(drawn).toContain('#005a9c')
  expect(drawn).not.toMatch(FIRST_REDS)
})

test.each(MAIL_KINDS)('nor has the mail %s', kind => {
  const { html } = compose(sampleMail(kind, 'fr'))
  expect(html).toContain('#005a9c')
  expect(html).not.toMatch(FIRST_REDS)
})
