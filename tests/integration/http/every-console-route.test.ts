import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MAY, may, NEEDS_FRESH_FACTOR } from '#lib/access/roles.ts'
import { database } from '#lib/database/client.ts'
import type { OrganiserRole } from '#lib/database/types.ts'
import { readMessages } from '#lib/text/messages.ts'
import { builtFile } from '../../../bin/support/built.ts'
import { readConsoleRoutes } from '../../support/checks/console-routes.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { signInByRows } from '../../support/people/organiser-session.ts'
import { callAction, sendActionForm } from '../../support/site/call-action.ts'
import {
  type Answer,
  OUR_PAGE,
  type RunningSite,
  startRunningSite,
} from '../../support/site/running-site.ts'

// Case 22: every organisers' page, action and endpoint without a session, with too small a role, without
// the second factor, and with a stale one.

// Next fetches the page that an action leads to from itself, by the scheme of the site's address.
const ORIGIN = 'http://letter.example.org'
const SECRET = 'ines.secret@example.org'
const AN_HOUR_AGO = new Date(Date.now() - 3_600_000)
const ROLES: OrganiserRole[] = ['viewer', 'moderator', 'exporter', 'owner']
const ROUTES = readConsoleRoutes()
const GUARDED = [...ROUTES.keys()].filter(route => ROUTES.get(route) !== null)

let site: RunningSite
let signatureId: string

beforeAll(async () => {
  await emptyDatabase()
  const signature = aSignature({ email: SECRET, name: 'Ines Secret' })
  signatureId = signature.id
  await insertSignatures(database, [signature])
  site = await startRunningSite({ SITE_URL: ORIGIN })
})

afterAll(() => site.stop())

describe('without a session', () => {
  test.each(GUARDED)('%s leads to the sign-in page', async route => {
    for (const answer of await callRoute(route, {})) {
      expect(wayOf(answer)).toMatch(/sign-in\?back=|^401$/)
      expect(answer.body).not.toContain(SECRET)
    }
  })
})

describe('without the second factor', () => {
  test.each(GUARDED)('%s leads to where it is set up', async route => {
    for (const answer of await callRoute(route, await cookie('owner', null))) {
      expect(wayOf(answer)).toMatch(/set-up\?back=|^401$/)
      expect(answer.body).not.toContain(SECRET)
    }
  })
})

describe('with too small a role', () => {
  test.each(GUARDED.filter(route => tooSmallFor(route)))('%s says no', async route => {
    const role = tooSmallFor(route) ?? 'viewer'
    for (const answer of await callRoute(route, await cookie(role, new Date()))) {
      expect(wayOf(answer)).toMatch(/^403$|organisers\/forbidden$/)
      // A refusal comes with the page that the button stands on, for who may see that page.
      if (!may(role, 'see-signatures')) expect(answer.body).not.toContain(SECRET)
    }
  })
})

describe('with a second factor of an hour ago', () => {
  test.each(GUARDED.filter(needsFresh))('%s asks for it again', async route => {
    for (const answer of await callRoute(route, await cookie('owner', AN_HOUR_AGO))) {
      expect(wayOf(answer)).toMatch(/reauthenticate\?back=|^401$/)
      expect(answer.body).not.toContain(SECRET)
    }
  })
})

test('who may not is told so in words, without a script too', async () => {
  const headers = { ...(await cookie('viewer', new Date())), accept: 'text/html' }
  for (const path of ['/fr/organisers/people', '/fr/organisers/forbidden']) {
    const { status, body } = await site.ask(path, { headers })
    expect({ path, status }).toEqual({ path, status: 403 })
    expect(body).toContain('<h1')
    expect(body).toContain(readMessages('fr').organisers.forbidden.title)
  }
})

test('with all of it, an owner comes in: these answers were not refusals of everybody', async () => {
  const headers = await cookie('owner', new Date())
  for (const route of GUARDED.filter(name => /^(account|people|audit)\/page/.test(name))) {
    const [answer] = await callRoute(route, headers)
    expect({ route, status: answer?.status }).toEqual({ route, status: 200 })
  }
})

test('whoever comes from an address that is none is led to the sign-in page all the same', async () => {
  const headers = { 'sec-fetch-mode': 'navigate', referer: 'http://' }
  const answer = await site.ask('/fr/organisers/broadcasts/x/preview', { headers })
  expect(wayOf(answer)).toBe('/fr/organisers/sign-in?back=')
})

test('no refusal was a mistake of the server', () => {
  expect(site.complaints()).toBe('')
})

type Headers = Record<string, string>

/** Calls it as Next does: a page is fetched; an action is called by its script, and by a form without one. */
async function callRoute(route: string, headers: Headers): Promise<Answer[]> {
  const [file = '', action] = route.split('#')
  const from = { ...headers, ...OUR_PAGE, origin: ORIGIN }
  if (!action) {
    return Promise.all(
      methodsOf(file).map(method =>
        site.ask(pathOf(file), { method, headers: method === 'GET' ? headers : from }),
      ),
    )
  }
  const { id, page } = actionOf(file, action)
  const byScript = callAction(site, pathOf(page), id, from)
  const byForm = sendActionForm(site, pathOf(page), id, from)
  return Promise.all([byScript, byForm])
}

async function cookie(role: OrganiserRole, secondFactorAt: Date | null): Promise<Headers> {
  const run = (sql: string, ...values: unknown[]) => database.$executeRawUnsafe(sql, ...values)
  const email = `${role}@example.org`
  return { cookie: `organiser=${await signInByRows(run, { role, email, secondFactorAt })}` }
}

/** How a page or an endpoint may be asked. */
function methodsOf(file: string) {
  if (!file.endsWith('route.ts')) return ['GET']
  const path = file.startsWith('app/') ? file : `app/[locale]/organisers/${file}`
  const code = readFileSync(path, 'utf8')
  return [...code.matchAll(/export async function (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
    ([, method]) => method ?? 'GET',
  )
}

/** Where an answer leads: its redirect, or its status. */
function wayOf({ status, headers }: Answer) {
  return String(headers.location ?? headers['x-action-redirect'] ?? status)
}

function needsFresh(route: string) {
  const asked = ROUTES.get(route)
  return asked != null && (asked.fresh ?? NEEDS_FRESH_FACTOR.includes(asked.capability))
}

function tooSmallFor(route: string) {
  const allowed: readonly OrganiserRole[] = MAY[ROUTES.get(route)?.capability ?? 'watch']
  return ROLES.findLast(role => !allowed.includes(role))
}

function pathOf(file: string) {
  const path = file
    .replace(/^app\/(\[locale\]\/organisers\/)?/, '')
    .replace(/\/?(page\.tsx|page|route\.ts)$/, '')
  const base = file.startsWith('app/api') ? '' : '/fr/organisers'
  return `${base}/${path}`
    .replace('[id]', signatureId)
    .replace(/\[[^\]]+\]/g, 'x')
    .replace(/\/$/, '')
}

type Manifest = {
  node: Record<string, { workers: Record<string, unknown>; filename: string; exportedName: string }>
}

/** The id that a build gave to an action, and a page that knows it. */
function actionOf(file: string, name: string) {
  const manifest: Manifest = JSON.parse(
    readFileSync(builtFile('server', 'server-reference-manifest.json'), 'utf8'),
  )
  const found = Object.entries(manifest.node).find(
    ([, { filename, exportedName }]) =>
      exportedName === name && filename.endsWith(`/organisers/${file}`),
  )
  if (!found) throw new Error(`The build knows no action ${name} of ${file}.`)
  const [id, { workers }] = found
  const page = Object.keys(workers).find(worker => worker.includes('/organisers/')) ?? ''
  return { id, page }
}
