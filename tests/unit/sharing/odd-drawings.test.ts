import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test, vi } from 'vitest'

// Before any module of the site is loaded: it reads content/ once.
const content = mkdtempSync(join(tmpdir(), 'open-letter-drawing-'))
cpSync('content', content, { recursive: true })
const campaign = readFileSync(join(content, 'campaign.yaml'), 'utf8')
writeFileSync(
  join(content, 'campaign.yaml'),
  campaign.replace('drawing: pulse', 'drawing: own').replace('heading: name', 'heading: logo'),
)
mkdirSync(join(content, 'look'))
const path = '<path d="M0 0h9v9z"/>'
writeFileSync(join(content, 'look/drawing.svg'), `<svg viewBox="0 0 5000 10000">${path}</svg>`)
writeFileSync(join(content, 'look/logo.svg'), `<svg viewBox="0 0 1 10000">${path}</svg>`)
process.env.CONTENT_FOLDER = content
vi.resetModules()

const { lookPicture } = await import('#lib/sharing/look-pictures.ts')

afterAll(() => {
  delete process.env.CONTENT_FOLDER
  rmSync(content, { recursive: true })
})

test.each([
  ['press.png', 966, 1932],
  ['icon.png', 180, 180],
])(
  '%s of a drawing larger than any screen is as large as it is asked for',
  async (name, width, height) => {
    const picture = await lookPicture(name)
    expect(await sharp(picture?.bytes).metadata()).toMatchObject({ width, height })
  },
)

test('it is drawn once, however often it is asked for', async () => {
  const [first, again] = [await lookPicture('press.png'), await lookPicture('press.png')]
  expect(again?.bytes).toBe(first?.bytes)
})
