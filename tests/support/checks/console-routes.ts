import { globSync, readFileSync } from 'node:fs'
import { type Capability, MAY } from '#lib/access/roles.ts'

const CAPABILITIES = Object.keys(MAY) as Capability[]

/** `open`: on the way in, for people who are not signed in yet; else what its visitor must be allowed. */
type Access = 'open' | Capability | { capability: Capability; fresh: true }

/**
 * Every page and endpoint of the organisers' console, and who may pass. A new one that is not written down
 * here fails a test; so does one that asks for another capability than it says here.
 */
export const CONSOLE_PAGES: Record<string, Access> = {
  'page.tsx': 'watch',
  'account/page.tsx': { capability: 'own-account', fresh: true },
  'reauthenticate/page.tsx': 'open',
  'address/page.tsx': { capability: 'own-account', fresh: true },
  'approvals/page.tsx': 'write-to-signatories',
  'approvals/[id]/page.tsx': 'write-to-signatories',
  'campaign/page.tsx': 'run-campaign',
  'forbidden/page.tsx': 'open',
  'webhooks/page.tsx': 'run-campaign',
  'join/page.tsx': 'open',
  'content/page.tsx': 'write-content',
  'content/[id]/page.tsx': 'write-content',
  'content/file/route.ts': 'write-content',
  'content/upload/route.ts': 'write-content',
  'letter/page.tsx': 'write-content',
  'letter/preview/page.tsx': 'write-content',
  'letter/preview/mail/route.ts': 'write-content',
  'letter/preview/letter.pdf/route.ts': 'write-content',
  'links/page.tsx': 'watch',
  'mail/page.tsx': 'watch',
  'mail/suppressed/page.tsx': 'see-signatures',
  'news/page.tsx': 'write-news',
  'news/[id]/page.tsx': 'write-news',
  'exports/page.tsx': 'export-public',
  'exports/file/route.ts': 'export-public',
  'packs/page.tsx': 'export-public',
  'packs/new/page.tsx': 'export-public',
  'packs/[id]/page.tsx': 'export-public',
  'packs/[id]/file/route.ts': 'export-public',
  'paper/page.tsx': 'import',
  'paper/upload/route.ts': 'import',
  'paper/[id]/page.tsx': 'import',
  'paper/sheet/page.tsx': 'import',
  'people/page.tsx': 'manage-people',
  'recovery-codes/page.tsx': { capability: 'own-account', fresh: true },
  'second-factor/page.tsx': 'open',
  'set-up/page.tsx': 'open',
  'settings/page.tsx': 'write-content',
  'settings/identity/page.tsx': 'write-content',
  'settings/first-signatories/page.tsx': 'write-content',
  'settings/first-signatories/list/route.ts': 'write-content',
  'settings/languages/page.tsx': 'write-content',
  'settings/languages/words/route.ts': 'write-content',
  'settings/categories/page.tsx': 'write-content',
  'settings/look/page.tsx': 'write-content',
  'settings/mail/page.tsx': 'write-content',
  'settings/look/drawing/route.ts': 'write-content',
  'sign-in/page.tsx': 'open',
  'signatures/page.tsx': 'see-signatures',
  'signatures/[id]/page.tsx': 'see-signatures',
  'signatures/[id]/data/route.ts': 'answer-requests',
  'signatures/bulk/page.tsx': 'see-signatures',
  'signatures/bulk/[id]/page.tsx': 'see-signatures',
  'signatures/trending/page.tsx': 'see-signatures',
  'signatures/rules/page.tsx': 'see-signatures',
  'audit/page.tsx': 'read-audit-log',
  'broadcasts/page.tsx': 'write-to-signatories',
  'broadcasts/[id]/page.tsx': 'write-to-signatories',
  'broadcasts/[id]/preview/route.ts': 'write-to-signatories',
}

/**
 * Actions that are open to people who are not signed in. Every other one is made by `consoleAction` and its
 * like, and lists itself.
 */
export const OPEN_ACTIONS = [
  'join/actions.ts#joinAction',
  'sign-in/actions.ts#askForPasskeyAction',
  'sign-in/actions.ts#passkeyAction',
  'sign-in/actions.ts#reauthenticateAction',
  'sign-in/actions.ts#secondFactorAction',
  'sign-in/actions.ts#setUpAction',
  'sign-in/actions.ts#signInAction',
  'sign-in/actions.ts#signOutAction',
]

const FOLDER = 'app/[[]locale[]]/organisers'
const PREFIX = 'app/[locale]/organisers/'
const ASKS = /organiser(?:WhoMay|OrRefusal)\(\s*'([\w-]+)'/
const MADE =
  /^export const (\w+) = console(?:Action|FormAction|Call)\(\s*(?:'([\w-]+)'|\{ capability: '([\w-]+)', fresh: true \}),/gm

/** Every page and endpoint that the code has, each with the capability that it asks for first. */
export function findConsolePages() {
  const pages = globSync(`${FOLDER}/**/{page.tsx,route.ts}`)
  const endpoints = globSync('app/api/**/route.ts').filter(file =>
    /organiserOrRefusal/.test(codeOf(file)),
  )
  return new Map(
    [...pages, ...endpoints].map(file => [nameOf(file), ASKS.exec(codeOf(file))?.[1] ?? null]),
  )
}

/** Every action that the code has; those that no maker of console-action.ts made are open. */
export function findConsoleActions() {
  const files = globSync(`${FOLDER}/**/*.ts`).filter(file => /^'use server'/.test(codeOf(file)))
  return new Map<string, Access>(files.flatMap(actionsOf))
}

/** Access of every page, endpoint and action; null for those that are open to people who are not signed in. */
export function readConsoleRoutes() {
  const routes = [...Object.entries(CONSOLE_PAGES), ...findConsoleActions()]
  return new Map(routes.map(([route, access]) => [route, neededFor(access)]))
}

function neededFor(access: Access) {
  if (access === 'open') return null
  return typeof access === 'string' ? { capability: access, fresh: undefined } : access
}

function actionsOf(file: string): [string, Access][] {
  const code = codeOf(file)
  const made = new Map(
    [...code.matchAll(MADE)].map(([, name, plain, fresh]) => [name, accessOf(plain, fresh)]),
  )
  const exported = [...code.matchAll(/^export (?:const|(?:async )?function) (\w+)/gm)]
  return exported.map(([, name]) => [`${nameOf(file)}#${name}`, made.get(name) ?? 'open'])
}

function accessOf(plain: string | undefined, fresh: string | undefined): Access {
  const capability = CAPABILITIES.find(known => known === plain || known === fresh)
  if (!capability) throw new Error(`No capability is called ${plain ?? fresh}.`)
  return plain ? capability : { capability, fresh: true }
}

function nameOf(file: string) {
  return file.startsWith(PREFIX) ? file.slice(PREFIX.length) : file
}

function codeOf(file: string) {
  return readFileSync(file, 'utf8')
}
