import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { runningServer } from '#lib/database/embedded/postmaster.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { clusterOf } from '../support/database/data-folder.ts'
import { killDatabaseOf } from '../support/database/kill-database.ts'
import { freePort } from '../support/site/free-port.ts'
import { commandsOfReadme, copyBuild, freshMachine, lendPackages } from '../support/site/machine.ts'
import { type Started, say, start } from '../support/site/npm-start.ts'
import { addThirdLanguage, THIRD_LANGUAGE } from '../support/site/third-language/add-language.ts'
import { expectReadFromTheRight } from '../support/site/third-language/read-from-the-right.ts'

/** On a quiet machine it is a minute, then 2 seconds; a busy one may take longer. */
const FRESH_START_WITHIN_S = 450
const NEXT_START_WITHIN_S = 90
const NOBODY = { uid: 65_534, gid: 65_534 }

// One site through its life, on a machine that has only Node and npm; then root's special case.
const isRoot = process.getuid?.() === 0
const machine = freshMachine(0o755, isRoot ? NOBODY : undefined)
const home = freshMachine(0o700)
const commands = commandsOfReadme()
const port = await freePort()
const settings = { PORT: String(port) }
const site = `http://localhost:${port}`
let running: Started

afterAll(async () => {
  if (running?.isAnyLeft()) await running.interrupt()
  machine.remove()
  home.remove()
})

test('a command before the first start says what to do first', async () => {
  const { said, exitCode } = await say(machine, 'npm run --silent export', settings)
  expect(said).toContain('Nothing is installed here yet. Start the site once: npm start')
  expect(exitCode).toBe(1)
})

test('a newcomer follows the README and reads the letter', async () => {
  running = await start(machine, commands, settings)
  expect(running.said()).toContain(`The letter:   ${site}`)
  expect(running.said()).toContain('The mailbox:')
  expect(running.said()).toContain(`${site}/fr/organisers/join?token=`)
  expect((await fetch(`${site}/fr`)).status).toBe(200)
  expect((await fetch(`${site}/api/health`)).status).toBe(200)
  expect(running.seconds).toBeLessThan(FRESH_START_WITHIN_S)
})

test('nothing of development is there, no test runner, no browser, no linter', () => {
  const packages = join(machine.checkout, 'node_modules')
  const ofDevelopment = ['vitest', 'playwright-core', '@sparticuz', '@biomejs', 'lighthouse']
  expect(ofDevelopment.filter(name => existsSync(join(packages, name)))).toEqual([])
})

test('a second npm start says that the site already runs, and where', async () => {
  const second = await say(machine, 'npm start --silent', settings)
  expect(second.said).toContain(`The site of this checkout already runs: ${site}`)
  expect(second.exitCode).toBe(0)
})

test('a link that a command prints leads to the site that runs', async () => {
  const { said } = await say(machine, 'npm run --silent organiser -- add lea@example.org', {})
  expect(said).toContain(`  ${site}/fr/organisers/join?token=`)
})

test('a database that was killed runs again by itself', async () => {
  killDatabaseOf(dataFolder())
  await vi.waitUntil(() => running.said().includes('It runs again.'), 60_000)
  await vi.waitUntil(async () => (await fetch(`${site}/api/health`)).ok, 60_000)
})

test('SIGTERM stops the server and the database', async () => {
  await addSignature('Camille Martin')
  expect(await running.terminate()).toBe(0)
  expect(running.isAnyLeft()).toBe(false)
  expect(runningServer(clusterOf(dataFolder()))).toBeNull()
})

test('the next start takes seconds, builds nothing and has kept the signature', async () => {
  running = await start(machine, commands, settings)
  expect(running.said()).not.toMatch(/Installing|Building/)
  expect(running.seconds).toBeLessThan(NEXT_START_WITHIN_S)
  expect(await signatories()).toEqual(['Camille Martin'])
})

test('the secret is changed while the site runs, which goes on with the one before', async () => {
  const { said, exitCode } = await say(machine, 'npm run --silent secret -- rotate', settings)
  expect(said).toContain('until you stop it and start it again')
  expect(exitCode).toBe(0)
  expect((await fetch(`${site}/api/health`)).status).toBe(200)
})

test('after kill -9 of everything the next start has lost no signature', async () => {
  await addSignature('Idris Diallo')
  await running.kill()
  killDatabaseOf(dataFolder())
  running = await start(machine, commands, settings)
  expect(await signatories()).toEqual(['Camille Martin', 'Idris Diallo'])
  expect((await fetch(`${site}/api/health`)).status).toBe(200)
})

test('the site has taken the new secret up, and the one before still opens', async () => {
  const { said } = await say(machine, 'npm run --silent secret -- status', settings)
  expect(said).toMatch(/^Key [0-9a-f]{8}, of \.data\/app-secret\. .*: 1\.$/m)
})

test('Ctrl-C stops the server and the database', async () => {
  expect(await running.interrupt()).toBe(0)
  expect(running.isAnyLeft()).toBe(false)
  expect(runningServer(clusterOf(dataFolder()))).toBeNull()
})

test('another secret than the database’s is a sentence', async () => {
  const file = join(dataFolder(), 'app-secret')
  const kept = readFileSync(file, 'utf8')
  writeFileSync(file, 'a-secret-of-another-site-altogether')
  const { said, exitCode } = await say(machine, 'npm start --silent', settings)
  writeFileSync(file, kept)
  expect(said.trim().split('\n').at(-1)).toMatch(/^APP_SECRET is not the secret that this database/)
  expect(said).not.toContain('    at ')
  expect(exitCode).toBe(1)
})

test('a taken port is a sentence', async () => {
  const other = createServer().listen(port)
  await once(other, 'listening')
  const { said, exitCode } = await say(machine, 'npm start --silent', settings)
  other.close()
  expect(said).toContain(`Port ${port} is taken by another program.`)
  expect(said).toContain(`PORT=${port + 1} npm start`)
  expect(said).not.toContain('    at ')
  expect(exitCode).toBe(1)
})

test('an unreachable DATABASE_URL is a sentence, its password hidden', async () => {
  const DATABASE_URL = `postgresql://letter:s3cret@127.0.0.1:${port}/letter`
  const { said, exitCode } = await say(machine, 'npm start --silent', { ...settings, DATABASE_URL })
  expect(said).toContain(`The database at postgresql://letter:***@127.0.0.1:${port}/letter`)
  expect(said).not.toMatch(/s3cret| {4}at /)
  expect(exitCode).toBe(1)
})

test('it starts under a home of mode 0700, as root too, whose files are its own, and keeps its data', async () => {
  lendPackages(machine, home)
  copyBuild(machine, home)
  running = await start(home, `umask 077\n${commands}`, settings)
  expect((await fetch(`${site}/en`)).status).toBe(200)
  await running.interrupt()
  running = await start(home, commands, settings)
  expect(running.said()).not.toMatch(/Installing|Building/)
  expect((await fetch(`${site}/api/health`)).status).toBe(200)
  await running.interrupt()
  expect(runningServer(clusterOf(join(home.checkout, '.data')))).toBeNull()
})

test('Arabic, added as files there, is served without a build, and read from the right', async () => {
  addThirdLanguage(home.checkout)
  running = await start(home, `umask 077\n${commands}`, settings)
  expect(running.said()).not.toContain('Building the pages')
  const page = await fetch(`${site}/${THIRD_LANGUAGE}`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain(`<html lang="${THIRD_LANGUAGE}" dir="rtl"`)
  await expectReadFromTheRight(`${site}/${THIRD_LANGUAGE}`)
  await running.interrupt()
})

const dataFolder = () => join(machine.checkout, '.data')

async function addSignature(name: string) {
  await query(
    `INSERT INTO signature (id, email_key, email, status, name, kind, locale, letter_version, search_key, confirmed_at)
     VALUES (gen_random_uuid(), $1, $1, 'confirmed', $1, 'individual', 'fr', 'v', lower($1), now())`,
    [name],
  )
}

async function signatories() {
  const sql = `SELECT name FROM signature WHERE status = 'confirmed' ORDER BY submitted_at`
  return (await query(sql, [])).rows.map(({ name }) => name)
}

// Beside the running site, as an export does.
async function query(sql: string, values: string[]) {
  const { url, release } = await openDatabase({ DATA_FOLDER: dataFolder() })
  const client = new pg.Client(url)
  await client.connect()
  try {
    return await client.query<{ name: string }>(sql, values)
  } finally {
    await client.end()
    await release()
  }
}
