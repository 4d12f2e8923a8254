import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ArgumentKind } from '#lib/security/action-arguments.ts'
import type { KnownActions } from '#lib/security/action-call.ts'
import type { Route } from '#lib/security/known-paths.ts'
import { builtFile } from './built.ts'
import { checkout } from './checkout.js'

const FILE = 'open-letter-requests.json'

const EXPORTED_METHOD = /^export (?:async function|function|const) (GET|POST|PUT|PATCH|DELETE)\b/gm

/** What may be asked of the site: everything else is refused before the web framework sees it. */
export type KnownRequests = {
  routes: Route[]
  actions: KnownActions
}

type Action = { filename: string; exportedName: string; workers: Record<string, unknown> }

/**
 * Writes down, from what Next has built, which addresses the site has, with which methods, and which
 * Server Actions, with which arguments (docs/decisions/0033): nobody has to keep such a list.
 * @param build its folder, below the checkout
 * @throws Error for a route without a method, and for an action with an argument of no known kind.
 */
export function listRequests(build: string) {
  const actions = Object.entries(
    readBuilt(build, 'server/server-reference-manifest.json').node as Actions,
  )
  const pages = Object.entries(
    readBuilt(build, 'app-path-routes-manifest.json') as Record<string, string>,
  )
  const routes = pages
    .filter(([, path]) => !path.startsWith('/_') && !path.includes('[...'))
    .map(([file, path]) => ({
      path,
      ...(file.endsWith('/page') ? page(file, actions) : { methods: methodsOf(file) }),
    }))
  const known: KnownRequests = {
    routes: [...routes, ...publicFiles()],
    actions: Object.fromEntries(actions.map(([id, action]) => [id, kindsOf(action)])),
  }
  writeFileSync(join(checkout, build, FILE), JSON.stringify(known))
}

type Actions = Record<string, Action>

/** What the build has written down. */
export function readKnownRequests(): KnownRequests {
  return JSON.parse(readFileSync(builtFile(FILE), 'utf8'))
}

function readBuilt(build: string, file: string) {
  return JSON.parse(readFileSync(join(checkout, build, file), 'utf8'))
}

/** A page is read, and takes the forms that stand on it. */
function page(file: string, all: [id: string, Action][]) {
  const actions = all.filter(([, { workers }]) => `app${file}` in workers).map(([id]) => id)
  return { methods: ['GET', 'HEAD', ...(actions.length > 0 ? ['POST'] : [])], actions }
}

function methodsOf(file: string) {
  const [source] = globSync(`app${escapeGlob(file)}.{ts,tsx}`, { cwd: checkout })
  // robots.txt and sitemap.xml have no file of this name.
  if (!source) return ['GET', 'HEAD']
  const code = readFileSync(join(checkout, source), 'utf8')
  const methods = [...code.matchAll(EXPORTED_METHOD)].map(([, method = '']) => method)
  if (methods.length === 0) throw new Error(`${source} exports no method that could be found.`)
  return methods.flatMap(method => (method === 'GET' ? ['GET', 'HEAD'] : [method]))
}

function escapeGlob(file: string) {
  return file.replace(/[[\](){}]/g, '[$&]')
}

function publicFiles(): Route[] {
  const files = globSync('**/*.*', { cwd: join(checkout, 'public') })
  return files.map(file => ({ path: `/${file}`, methods: ['GET', 'HEAD'] }))
}

/** What the actions take that app/[locale]/organisers/console-action.ts makes, by their maker. */
const KINDS_OF_MADE: Record<string, ArgumentKind[]> = {
  consoleAction: ['locale', 'form'],
  consoleFormAction: ['locale', 'state', 'form'],
  // `state` may be left out: some calls send no data.
  consoleCall: ['locale', 'state'],
}

function kindsOf({ filename, exportedName: name }: Action) {
  const code = readFileSync(join(checkout, filename), 'utf8')
  const [, maker = ''] = new RegExp(`^export const ${name} = (\\w+)\\(`, 'm').exec(code) ?? []
  return KINDS_OF_MADE[maker] ?? kindsOfWritten(name, code)
}

function kindsOfWritten(name: string, code: string) {
  const [, parameters] = new RegExp(`export async function ${name}\\(([^)]*)\\)`).exec(code) ?? []
  if (parameters === undefined) throw new Error(`The action ${name} is not found.`)
  return parameters
    .split(',')
    .map(parameter => parameter.trim())
    .filter(Boolean)
    .map(kindOf)
}

function kindOf(parameter: string): ArgumentKind {
  const [name = '', type = ''] = parameter.split(/:\s*/)
  if (type === 'string') return name === 'locale' ? 'locale' : 'text'
  if (type === 'FormData') return 'form'
  if (type === 'unknown') return 'data'
  if (type.endsWith('State')) return 'state'
  throw new Error(`No argument of an action is known that looks like "${parameter}".`)
}
