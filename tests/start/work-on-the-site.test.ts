import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../support/pages/browser.ts'
import { freePort } from '../support/site/free-port.ts'
import { freshMachine, lendPackages } from '../support/site/machine.ts'
import { type Started, start } from '../support/site/npm-start.ts'

// A developer's morning: npm run dev in a checkout whose packages are there, and one edit of each kind.
const machine = freshMachine(0o755)
const port = await freePort()
const site = `http://localhost:${port}`
let running: Started

beforeAll(async () => {
  lendPackages({ checkout: '.' }, machine)
  // Read by everything, and the environment wins: alone, this level would be refused.
  writeFileSync(join(machine.checkout, '.env'), `PORT=${port}\nLOG_LEVEL=deafening\n`)
  running = await start(machine, 'npm run dev', { LOG_LEVEL: 'info' })
})

afterAll(async () => {
  if (running?.isAnyLeft()) await running.interrupt()
  machine.remove()
})

test('it comes with all of the site: address of .env, mailbox, first link, database', async () => {
  expect(running.said()).not.toContain('Building the pages')
  expect(running.said()).toContain(`The letter:   ${site}`)
  expect(running.said()).toContain('The mailbox:')
  expect(running.said()).toContain(`${site}/fr/organisers/join?token=`)
  expect((await fetch(`${site}/api/health`)).status).toBe(200)
})

test('the request guard stands before it', async () => {
  const { status, headers } = await fetch(`${site}/fr`, { method: 'DELETE' })
  expect(status).toBe(405)
  expect(headers.get('x-frame-options')).toBe('DENY')
})

const EDITS = [
  {
    what: 'a component',
    file: 'components/letter/Tally.tsx',
    from: '<p className={styles.none}>',
    to: '<p className={styles.none}>Camille’s component. ',
    path: '/fr',
    shows: 'Camille’s component.',
  },
  {
    what: 'a use case',
    file: 'lib/signatures/list-signatories.ts',
    from: '  return {\n',
    to: '  return {\n    edited: true,\n',
    path: '/api/signatories',
    shows: '"edited":true',
  },
  {
    what: 'content',
    file: 'content/campaign/fr.yaml',
    from: /^organisation: .*$/m,
    to: 'organisation: Les amis de Camille',
    path: '/fr',
    shows: 'Les amis de Camille',
  },
  {
    what: 'a word of the interface',
    file: 'locales/fr.json',
    from: /"submit": "[^"]*"/,
    to: '"submit": "Signer avec Camille"',
    path: '/fr',
    shows: 'Signer avec Camille',
  },
]

test.each(EDITS)(
  'an edit of $what shows without a new start',
  async ({ file, from, to, path, shows }) => {
    expect(await textOf(path)).not.toContain(shows)
    edit(file, from, to)
    await expect.poll(() => textOf(path)).toContain(shows)
  },
)

test('a mistake in content is told on the terminal, by file and field', async () => {
  edit('content/campaign/fr.yaml', /^organisation: .*$/m, 'organisation: 7')
  await expect.poll(running.said).toMatch(/content\/campaign\/fr\.yaml.*organisation/)
  edit('content/campaign/fr.yaml', 'organisation: 7', 'organisation: Les amis de Camille')
})

test('the browser shows an edit by itself, and React finds nothing to warn of', async () => {
  const browser = await chromium.launch(await findBrowser())
  try {
    const page = await browser.newPage()
    const warnings: string[] = []
    page.on('console', message => {
      if (message.type() === 'error') warnings.push(message.text())
    })
    page.on('pageerror', error => warnings.push(error.message))
    const isConnected = page.waitForEvent('console', message =>
      /HMR.*connected/.test(message.text()),
    )
    await page.goto(`${site}/fr`)
    await isConnected
    await isHydrated(page)
    edit('components/letter/Tally.tsx', 'Camille’s', 'Idris’s')
    await page.getByText('Idris’s component.').first().waitFor()
    expect(warnings).toEqual([])
  } finally {
    await browser.close()
  }
})

test('Ctrl-C stops all of it', async () => {
  expect(await running.interrupt()).toBe(0)
  // What Next compiles with may end a moment after who started it.
  await expect.poll(() => running.isAnyLeft()).toBe(false)
})

/** An edit that comes while React still takes the page over would be a mismatch of the two. */
async function isHydrated(page: Page) {
  await page.waitForFunction(() => {
    const tally = document.querySelector('[data-tally]')
    return tally && Object.keys(tally).some(key => key.startsWith('__reactFiber'))
  })
  await page.evaluate(() => new Promise(done => requestIdleCallback(done)))
}

function edit(file: string, from: string | RegExp, to: string) {
  const place = join(machine.checkout, file)
  writeFileSync(place, readFileSync(place, 'utf8').replace(from, to))
}

async function textOf(path: string) {
  return (await fetch(`${site}${path}`)).text()
}
