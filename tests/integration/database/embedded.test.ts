import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { runningServer } from '#lib/database/embedded/postmaster.ts'
import { makeRuntimeFolder, runtimeFolderOf } from '#lib/database/embedded/runtime-folder.js'
import { openDatabase } from '#lib/database/open-database.ts'
import { probe } from '#lib/database/probe.ts'
import { clusterOf, makeDataFolder } from '../../support/database/data-folder.ts'
import { killDatabaseOf } from '../../support/database/kill-database.ts'

const HOLDER = new URL('../../support/database/database-holder.ts', import.meta.url)

// One folder for all: each story leaves its database stopped, and making one takes as long as all that is told here.
const { dataFolder, remove } = makeDataFolder()

afterAll(() => remove())

test('two that start at once make one database', async () => {
  const both = await Promise.all([startHolder(), startHolder()])
  expect(both[0].url).toBe(both[1].url)
  await Promise.all(both.map(({ process }) => letGo(process)))
  expect(runningServer(clusterOf(dataFolder))).toBeNull()
})

test('an export beside the running site uses its database, and leaves it running', async () => {
  const site = await openDatabase({ DATA_FOLDER: dataFolder })
  const beside = await startHolder()
  expect(beside.url).toBe(site.url)
  await letGo(beside.process)
  expect(await probe(site.url)).toMatchObject({ state: 'answers' })
  await site.release()
  expect(runningServer(clusterOf(dataFolder))).toBeNull()
})

test('a site that starts during an export keeps the database when the export ends', async () => {
  const exporting = await startHolder()
  const site = await openDatabase({ DATA_FOLDER: dataFolder })
  await letGo(exporting.process)
  expect(await probe(site.url)).toMatchObject({ state: 'answers' })
  await site.release()
  expect(runningServer(clusterOf(dataFolder))).toBeNull()
})

test('after kill -9 the orphan is taken over, and stopped by who took it', async () => {
  const killed = await startHolder()
  const orphan = runningServer(clusterOf(dataFolder))
  killed.process.kill('SIGKILL')
  await once(killed.process, 'exit')
  const next = await openDatabase({ DATA_FOLDER: dataFolder })
  expect(orphan).not.toBeNull()
  expect(runningServer(clusterOf(dataFolder))).toBe(orphan)
  await next.release()
  expect(runningServer(clusterOf(dataFolder))).toBeNull()
})

test('an orphan whose socket has been cleaned away is replaced', async () => {
  const first = await openDatabase({ DATA_FOLDER: dataFolder })
  const orphan = runningServer(clusterOf(dataFolder))
  rmSync(join(new URL(first.url).searchParams.get('host') ?? '', '.s.PGSQL.5432'))
  const next = await openDatabase({ DATA_FOLDER: dataFolder })
  expect(runningServer(clusterOf(dataFolder))).not.toBe(orphan)
  await first.release()
  await next.release()
})

test('after kill -9 of PostgreSQL it starts again, though its number lives on elsewhere', async () => {
  const first = await openDatabase({ DATA_FOLDER: dataFolder })
  killDatabaseOf(dataFolder)
  await expect.poll(() => runningServer(clusterOf(dataFolder))).toBeNull()
  writeFileSync(join(clusterOf(dataFolder), 'postmaster.pid'), `${process.pid}\n`)
  const next = await openDatabase({ DATA_FOLDER: dataFolder })
  expect(await probe(next.url)).toMatchObject({ state: 'answers' })
  await next.release()
  await first.release()
})

test('killed under the site, it starts again at the same address; once let go of, never', async () => {
  const { url, restart, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  expect(await restart()).toBe(false)
  killDatabaseOf(dataFolder)
  await expect.poll(() => runningServer(clusterOf(dataFolder))).toBeNull()
  expect(await restart()).toBe(true)
  expect((await probe(url)).state).toBe('answers')
  await release()
  expect(await restart()).toBe(false)
})

test('nobody else can read the password or come near the socket', async () => {
  const { url, release } = await openDatabase({ DATA_FOLDER: dataFolder })
  expect(statSync(join(dataFolder, 'database-password')).mode & 0o777).toBe(0o600)
  expect(statSync(new URL(url).searchParams.get('host') ?? '').mode & 0o777).toBe(0o700)
  const guess = new URL(url)
  guess.password = 'guess'
  expect(await probe(guess.href)).toMatchObject({ state: 'refuses' })
  await release()
})

test('a data folder that cannot be is a sentence', async () => {
  const file = join(dataFolder, 'no-folder')
  writeFileSync(file, '')
  await expect(openDatabase({ DATA_FOLDER: join(file, '.data') })).rejects.toThrow(
    `The data folder ${file}/.data cannot be written (ENOTDIR).`,
  )
})

test('a runtime folder that somebody else prepared is refused in a sentence', () => {
  const ours = makeDataFolder()
  onTestFinished(ours.remove)
  const folder = runtimeFolderOf(ours.dataFolder)
  mkdirSync(folder)
  chmodSync(folder, 0o777)
  expect(() => makeRuntimeFolder(ours.dataFolder)).toThrow(
    `${folder} was made by somebody else: remove it, then try again.`,
  )
})

test('an unreachable DATABASE_URL is named in one sentence, without its password', async () => {
  const port = await portOfNobody()
  const DATABASE_URL = `postgresql://camille:s3cret@127.0.0.1:${port}/letter`
  const opening = openDatabase({ DATABASE_URL, DATA_FOLDER: dataFolder })
  await expect(opening).rejects.toThrow(
    `The database at postgresql://camille:***@127.0.0.1:${port}/letter (DATABASE_URL) cannot be reached`,
  )
  await expect(opening).rejects.not.toThrow('s3cret')
})

test('a certificate that DATABASE_URL names and that is not there is told by the same sentence', async () => {
  const DATABASE_URL = 'postgresql://camille:s3cret@127.0.0.1:1/letter?sslrootcert=/nowhere.pem'
  const opening = openDatabase({ DATABASE_URL, DATA_FOLDER: dataFolder })
  await expect(opening).rejects.toThrow(/^The database at .*\(DATABASE_URL\).*nowhere\.pem/)
  await expect(opening).rejects.not.toThrow('s3cret')
})

async function startHolder() {
  const holder = fork(HOLDER, [dataFolder], { execArgv: [] })
  const [{ url }] = (await once(holder, 'message')) as [{ url: string }]
  return { process: holder, url }
}

async function letGo(holder: ChildProcess) {
  const end = once(holder, 'exit')
  holder.send('let go')
  await end
}

async function portOfNobody() {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' ? address?.port : 0
}
