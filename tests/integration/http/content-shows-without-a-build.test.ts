import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'
import { addThirdLanguage, THIRD_LANGUAGE } from '../../support/site/third-language/add-language.ts'

/** Lucie's own folders, beside the checkout whose build is served. */
const root = mkdtempSync(join(tmpdir(), 'open-letter-content-'))

const LETTER = { fr: join(root, 'content/letter/fr.md'), en: join(root, 'content/letter/en.md') }

let site: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  restore()
  site = await startRunningSite({
    CONTENT_FOLDER: join(root, 'content'),
    LOCALES_FOLDER: join(root, 'locales'),
    SITE_URL: 'https://another-letter.example',
    LOG_LEVEL: 'info',
  })
})
afterAll(async () => {
  await site.stop()
  rmSync(root, { recursive: true })
})
beforeEach(emptyDatabase)

function restore() {
  for (const folder of ['content', 'locales']) {
    rmSync(join(root, folder), { recursive: true, force: true })
    cpSync(folder, join(root, folder), { recursive: true })
  }
}

const page = async (path: string) =>
  (await site.ask(path, { headers: { host: 'another-letter.example' } })).body

function edit(file: string, change: (text: string) => string) {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

const addParagraph = (words: string) => (text: string) => `${text.trimEnd()}\n\n${words}\n`

/** Waits until a page shows words, or no longer does. */
const shows = (path: string, words: string) => expect.poll(() => page(path)).toContain(words)

test('the address and the words are those of the start, whatever was built', async () => {
  const letter = await page('/fr')
  expect(letter).toContain('<link rel="canonical" href="https://another-letter.example/fr"/>')
  expect(await page('/sitemap.xml')).toContain('<loc>https://another-letter.example/en</loc>')
  expect(await page('/robots.txt')).toContain('https://another-letter.example/sitemap.xml')
  expect(letter).not.toContain('localhost')
})

test('a paragraph that Lucie adds to both letters shows within ten seconds', async () => {
  await page('/fr/press/letter')
  edit(LETTER.fr, addParagraph('Ajouté pendant que le site tourne.'))
  edit(LETTER.en, addParagraph('Added while the site runs.'))
  await shows('/fr', 'Ajouté pendant que le site tourne.')
  await shows('/en', 'Added while the site runs.')
  await shows('/fr/press/letter', 'Ajouté pendant que le site tourne.')
  const versions = await database.letterVersion.findMany()
  expect(versions.map(({ body }) => body).join()).toContain('Added while the site runs.')
})

test('a word of the interface, also on the page that says "not found"', async () => {
  const file = join(root, 'locales/en.json')
  const { problems } = JSON.parse(readFileSync(file, 'utf8'))
  edit(file, text => text.replace(problems.notFound.title, 'Nothing lives here'))
  const lost = async () =>
    (
      await site.ask('/en/nowhere', {
        headers: { host: 'another-letter.example', accept: 'text/html' },
      })
    ).body
  await expect.poll(lost).toContain('Nothing lives here')
})

test('a mistake leaves the old text standing, and the log says so', async () => {
  edit(LETTER.en, text => text.replace(/^title: .*$/m, 'title:'))
  edit(join(root, 'locales/en.json'), text => text.replace('"problems"', '"problem"'))
  await expect
    .poll(() => site.complaints())
    .toMatch(/goes on with what it showed before\..*content\/letter\/en\.md/)
  expect(site.complaints()).toMatch(/locales\/en\.json: problems\.[\w.]+ is missing/)
  expect(await page('/en')).toContain('Added while the site runs.')
  expect((await site.ask('/fr')).status).toBeLessThan(500)
})

test('a letter that people have signed waits until it is published', async () => {
  restore()
  await expect.poll(() => page('/en')).not.toContain('Added while')
  await insertSignatures(database, [aSignature()])
  edit(LETTER.fr, text => `${text.trimEnd()} Une virgule de plus.\n`)
  await expect.poll(() => site.complaints()).toContain('npm run letter')
  expect(await page('/fr')).not.toContain('Une virgule de plus.')
})

test('a language is added by adding files', async () => {
  restore()
  addThirdLanguage(root)
  await expect
    .poll(
      async () =>
        (await site.ask(`/${THIRD_LANGUAGE}`, { headers: { host: 'another-letter.example' } }))
          .status,
    )
    .toBe(200)
  expect(await page(`/${THIRD_LANGUAGE}/privacy`)).toContain(`lang="${THIRD_LANGUAGE}"`)
  expect(await page('/fr')).toContain(`hrefLang="${THIRD_LANGUAGE}"`)
})
