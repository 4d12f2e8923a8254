import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listSaves } from '#lib/editing/saves.ts'
import { readMessages } from '#lib/text/messages.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { openConsole } from '../../support/site/console-over-http.ts'
import { type RunningSite, startRunningSite } from '../../support/site/running-site.ts'

// Two machines of one site: one folder of content, one database.

const ORIGIN = 'http://letter.example.org'
const ROOM = '/fr/organisers/letter'
const { organisers: words } = readMessages('fr')

const content = mkdtempSync(join(tmpdir(), 'open-letter-shared-'))

let one: RunningSite
let other: RunningSite

beforeAll(async () => {
  await emptyDatabase()
  cpSync('content', content, { recursive: true })
  const settings = { CONTENT_FOLDER: content, SITE_URL: ORIGIN }
  one = await startRunningSite(settings)
  other = await startRunningSite(settings)
})
afterAll(async () => {
  await Promise.all([one.stop(), other.stop()])
  rmSync(content, { recursive: true })
})

test('what Lucie saves in the console of one machine is read on both', async () => {
  const lucie = await openConsole(ORIGIN, 'lucie@letter.example')
  const form = await lucie.form(one, ROOM, 'title-fr')
  expect(await form.send({ 'title-fr': 'Les hôpitaux d’abord' })).toMatchObject({ status: 303 })
  expect(title()).toBe('Les hôpitaux d’abord')
  for (const site of [one, other]) await shows(site, 'Les hôpitaux d’abord')
  const { fields } = await lucie.form(other, ROOM, 'title-fr')
  expect(fields['title-fr']).toBe('Les hôpitaux d’abord')
})

test('Karim writes on the other machine meanwhile: he is told by whom, and neither text is lost', async () => {
  const lucie = await openConsole(ORIGIN, 'lucie@letter.example')
  const karim = await openConsole(ORIGIN, 'karim@letter.example')
  const hers = await lucie.form(one, ROOM, 'title-fr')
  const his = await karim.form(other, ROOM, 'title-fr')
  await hers.send({ 'title-fr': 'Ce que Lucie écrit' })
  const answer = await his.send({ 'title-fr': 'Ce que Karim écrit' })
  const changed = words.editConflict.changed.replace('{who}', 'lucie@letter.example')
  expect(answer.body).toContain(changed)
  expect(answer.body).toContain('Ce que Lucie écrit')
  expect(answer.body).toContain('value="Ce que Karim écrit"')
  expect(title()).toBe('Ce que Lucie écrit')
  await shows(other, 'Ce que Lucie écrit')
})

test('Karim undoes on the other machine what Lucie saved on the first', async () => {
  const karim = await openConsole(ORIGIN, 'karim@letter.example')
  const [last] = await listSaves()
  const path = `/fr/organisers/content?save=${last?.id}`
  expect(await karim.page(other, path)).toContain('Ce que Lucie écrit')
  const undo = await karim.form(other, path, 'id')
  expect(await undo.send()).toMatchObject({ status: 303 })
  expect(title()).toBe('Les hôpitaux d’abord')
  for (const site of [one, other]) await shows(site, 'Les hôpitaux d’abord')
  expect(await listSaves()).toMatchObject([
    { by: 'karim@letter.example', undoes: last?.id },
    {},
    {},
  ])
})

/** Waits until readers of a machine see this title. */
async function shows(site: RunningSite, words: string) {
  const letter = () => site.ask('/fr', { headers: { host: new URL(ORIGIN).host } })
  await expect.poll(async () => (await letter()).body).toContain(words)
}

function title() {
  const letter = readFileSync(join(content, 'letter/fr.md'), 'utf8')
  return /^title: (.*)$/m.exec(letter)?.[1]
}
