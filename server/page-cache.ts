// Page cache: a page costs no query, and comes 4 to 20 times as often as a list that is made for each reader; none is older than 30 s.
import { createRequire } from 'node:module'
import { isDatabaseSilent, outage } from '#lib/database/outage.ts'
import { contentSecurityPolicy, inlineScriptSources } from '#lib/security/security-headers.ts'
import { servedCampaign } from '#lib/text/campaign-files.ts'
import { tellPageChange } from './page-changes.ts'
import { emptyPages } from './page-memory.ts'

type FileSystemCacheModule =
  typeof import('next/dist/server/lib/incremental-cache/file-system-cache.js')

// A CommonJS module with a `default` of its own: an import would hand over the wrapper.
const { default: FileSystemCache } = createRequire(import.meta.url)(
  'next/dist/server/lib/incremental-cache/file-system-cache.js',
) as FileSystemCacheModule

/** No cached page is older than this when it is sent, however long nobody came. */
const OLDEST_PAGE_MS = 30_000

const STARTED_AT = Date.now()

/** When each page was last made with all that it shows, as Date.now() counts. */
const madeWhole = new Map<string, number>()

type FileSystemCache = InstanceType<typeof FileSystemCache>
type Get = FileSystemCache['get']
type Set = FileSystemCache['set']
type RevalidateTag = FileSystemCache['revalidateTag']
type Entry = NonNullable<Awaited<ReturnType<Get>>>

/**
 * Next's own page cache, with three additions (docs/decisions/0003-static-pages-and-csp.md): each page
 * carries a Content-Security-Policy of the hashes of its inline scripts, and a page that is made
 * again from time to time is never sent when it is too old, or is of other content than is served now; while the
 * database does not answer, one that was not too old before is sent on. What it forgets, page memory does too.
 */
export default class PageCache extends FileSystemCache {
  override async get(...parameters: Parameters<Get>): ReturnType<Get> {
    const entry = await super.get(...parameters)
    if (!entry || isTooOld(entry)) return null
    addPolicy(entry.value, parameters[0])
    // While nothing can change it is as good as new, and nothing better could be made.
    return isDatabaseSilent() ? { ...entry, lastModified: Date.now() } : entry
  }

  override async set(...parameters: Parameters<Set>): ReturnType<Set> {
    if (isWorseThanKept(parameters[0])) return
    addPolicy(parameters[1], parameters[0])
    return super.set(...parameters)
  }

  /** Next calls this for what an action or a form has changed, before it answers. */
  override async revalidateTag(...parameters: Parameters<RevalidateTag>) {
    await super.revalidateTag(...parameters)
    emptyPages()
    await tellPageChange()
  }
}

/** What `revalidatePath('/', 'layout')` names: every page of the site. */
const EVERY_PAGE = '_N_T_/layout'

/** Forgets every page that can change, as after a form of this process: another process has changed something. */
export function forgetPages() {
  FileSystemCache.prototype.revalidateTag(EVERY_PAGE)
  emptyPages()
}

/** A page is made within this time, in milliseconds. */
const MADE_WITHIN_MS = 1_000

/** A page that is made while the database does not answer lacks what the one before it had. */
function isWorseThanKept(key: string) {
  const failedAt = outage.since ?? outage.failedAt
  if (!isDatabaseSilent() && Date.now() - failedAt > MADE_WITHIN_MS) {
    madeWhole.set(key, Date.now())
    return false
  }
  return failedAt - (madeWhole.get(key) ?? 0) <= OLDEST_PAGE_MS
}

function isTooOld({ cacheControl, lastModified = 0 }: Entry) {
  if (lastModified < Math.max(STARTED_AT, servedCampaign().since)) return true
  if (typeof cacheControl?.revalidate !== 'number') return false
  // What was made before the database came back may lack what it could not tell.
  if (lastModified < outage.endedAt) return true
  return (outage.since ?? Date.now()) - lastModified > OLDEST_PAGE_MS
}

function addPolicy(page: Entry['value'], key: string) {
  if (page?.kind !== 'APP_PAGE' || page.headers?.['content-security-policy']) return
  const policy = contentSecurityPolicy(inlineScriptSources(page.html), pathOf(key))
  page.headers = { ...page.headers, 'content-security-policy': policy }
}

/** Next puts the kind of the page and a hash before its path: /route-cache/APP_PAGE/…/$/fr/embed/form. */
function pathOf(key: string) {
  return key.slice(key.indexOf('$') + 1)
}
