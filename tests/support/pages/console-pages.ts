import type { Page } from '@playwright/test'
import { readMessages } from '#lib/text/messages.ts'
import { NAVIGATION } from '../../../app/[locale]/organisers/navigation.ts'
import { aSignature } from '../people/factories/signature.ts'
import { signInByRows } from '../people/organiser-session.ts'
import { totp } from '../people/totp.ts'
import type { Site } from '../site/browser-site.ts'
import { expect } from './browser-test.ts'
import { openApproval, openContentUpload, openPack } from './console-steps.ts'
import type { Language } from './journey.ts'
import { enterConsole } from './organisers.ts'
import { at, type PageState } from './page-state.ts'

const AN_HOUR_AGO = new Date(Date.now() - 3_600_000)

const LIST = `Prénom;Nom;Courriel;Établissement
Léa;Martin;lea@example.org;CHU de Nantes
Ali;Ben Salah;;
=cmd();Malin;;`

/** The way into the console, step by step, and the page of those who may not. */
export const AUTH_STATES: PageState[] = [
  at('join-not-valid', '/organisers/join'),
  { name: 'join', path: '/organisers/join', open: openJoin },
  { name: 'set-up', path: '/organisers/set-up', open: openSetUp },
  { name: 'recovery-codes', path: '/organisers/recovery-codes', open: openCodes },
  at('second-factor', '/organisers/second-factor'),
  { name: 'reauthenticate', path: '/organisers/reauthenticate', open: openReauthenticate },
  { name: 'organisers-forbidden', path: '/organisers/forbidden', open: openForbidden },
]

/** Parts of the settings that are pages. */
export const SETTINGS_PAGES = [
  'identity',
  'languages',
  'look',
  'first-signatories',
  'categories',
  'mail',
]

/** Sections of the console of a campaign at work, and the pages below them. */
export const CONSOLE_STATES: PageState[] = [
  ...NAVIGATION.map(({ name, path }) => inConsole(`room-${name}`, path)),
  inConsole('account', '/organisers/account'),
  inConsole('address', '/organisers/address'),
  inConsole('bulk-actions', '/organisers/signatures/bulk'),
  inConsole('trending', '/organisers/signatures/trending'),
  inConsole('rules', '/organisers/signatures/rules'),
  inConsole('letter-preview', '/organisers/letter/preview'),
  inConsole('letter-preview-gone', '/organisers/letter/preview?as=typed'),
  inConsole('pack-to-prepare', '/organisers/packs/new'),
  inConsole('gathering-sheet', '/organisers/paper/sheet'),
  inConsole('suppressed', '/organisers/mail/suppressed'),
  ...SETTINGS_PAGES.map(page => inConsole(`settings-${page}`, `/organisers/settings/${page}`)),
  { name: 'signature', path: '/organisers/signatures/any', open: openSignature },
  { name: 'bulk-preview', path: '/organisers/signatures/bulk/any', open: openBulk },
  { name: 'paper-batch', path: '/organisers/paper/any', open: openBatch },
  { name: 'pack-to-hand-over', path: '/organisers/packs/any', open: openPack },
  { name: 'content-upload', path: '/organisers/content/any', open: openContentUpload },
  { name: 'approval', path: '/organisers/approvals/any', open: openApproval },
  { name: 'news-draft', path: '/organisers/news/any', open: openNewsDraft },
  { name: 'broadcast-draft', path: '/organisers/broadcasts/any', open: openBroadcastDraft },
]

function inConsole(name: string, path: string): PageState {
  const open = async (page: Page, language: Language, site: Site) => {
    await enterBusyConsole(page, language, site)
    await page.goto(`/${language}${path}`)
  }
  return { name, path, open }
}

async function enterBusyConsole(page: Page, language: Language, site: Site) {
  await site.runCommand('seed.ts', '--signatures', '2000')
  await enterConsole(page, site, language)
}

async function openJoin(page: Page, language: Language, site: Site) {
  const said = await site.runCommand('organiser.ts', 'add', 'ana@example.org')
  const link = /http\S+\/organisers\/join\?token=\S+/.exec(said)?.[0] ?? ''
  await page.goto(link.replace(/\/\w+\/organisers/, `/${language}/organisers`))
}

async function openSetUp(page: Page, language: Language, site: Site) {
  const { auth, join } = readMessages(language).organisers
  await openJoin(page, language, site)
  await page.getByLabel(auth.password).fill('trois-chevaux-dans-la-mer')
  await page.getByRole('button', { name: join.button, exact: true }).click()
  await expect(page).toHaveURL(/\/set-up$/)
}

async function openCodes(page: Page, language: Language, site: Site) {
  const { auth, setUp } = readMessages(language).organisers
  await openSetUp(page, language, site)
  const secret = await page.getByText(/^([A-Z2-7]{4} )+/).textContent()
  await page.getByLabel(auth.code, { exact: true }).fill(totp((secret ?? '').replace(/ /g, '')))
  await page.getByRole('button', { name: setUp.button, exact: true }).click()
  await expect(page).toHaveURL(/\/recovery-codes$/)
}

async function openReauthenticate(page: Page, language: Language, site: Site) {
  const value = await signInByRows(site.database.run, { secondFactorAt: AN_HOUR_AGO })
  await page.context().addCookies([{ name: 'organiser', value, url: site.url }])
  await page.goto(`/${language}/organisers/account`)
  await expect(page).toHaveURL(/\/reauthenticate/)
}

async function openForbidden(page: Page, language: Language, site: Site) {
  await enterConsole(page, site, language, 'viewer')
  await page.goto(`/${language}/organisers/people`)
}

async function openSignature(page: Page, language: Language, site: Site) {
  const ines = aSignature({
    name: 'Inès Lefèvre',
    locale: language,
    status: 'held',
    holdReasons: ['imitation'],
    statement: 'Soigner, toujours.',
    statementStatus: 'waiting',
  })
  await site.database.insert([ines])
  await enterConsole(page, site, language)
  await page.goto(`/${language}/organisers/signatures/${ines.id}`)
}

async function openBulk(page: Page, language: Language, site: Site) {
  const { wish } = readMessages(language).organisers.signatures.bulk
  await enterBusyConsole(page, language, site)
  await page.goto(`/${language}/organisers/signatures?country=BE`)
  await page.getByRole('button', { name: wish.rule }).click()
  await expect(page).toHaveURL(/\/bulk\//)
}

async function openBatch(page: Page, language: Language, site: Site) {
  const { upload } = readMessages(language).organisers.paper
  await enterConsole(page, site, language)
  await page.goto(`/${language}/organisers/paper`)
  const file = { name: 'nantes.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) }
  await page.getByLabel(upload.label).setInputFiles(file)
  await page.getByRole('button', { name: upload.button }).click()
  await expect(page).toHaveURL(/\/paper\/.+/)
}

async function openNewsDraft(page: Page, language: Language, site: Site) {
  await openDraft(page, language, site, 'news')
}

async function openBroadcastDraft(page: Page, language: Language, site: Site) {
  await openDraft(page, language, site, 'broadcasts')
}

async function openDraft(page: Page, language: Language, site: Site, room: 'news' | 'broadcasts') {
  const words = readMessages(language).organisers[room]
  await enterConsole(page, site, language)
  await page.goto(`/${language}/organisers/${room}`)
  await page.getByRole('button', { name: words.begin, exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/${room}/.+`))
}
