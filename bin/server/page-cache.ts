import { createRequire } from 'node:module'
import { contentSecurityPolicy, inlineScriptSources } from '../../lib/defence/security-headers.ts'

type FileSystemCacheModule =
  typeof import('next/dist/server/lib/incremental-cache/file-system-cache.js')

// A CommonJS module with a `default` of its own: an import would hand over the wrapper.
const { default: FileSystemCache } = createRequire(import.meta.url)(
  'next/dist/server/lib/incremental-cache/file-system-cache.js',
) as FileSystemCacheModule

/** No cached page is older than this when it is sent, however long nobody came. */
const OLDEST_PAGE_MS = 30_000

const STARTED_AT = Date.now()

type FileSystemCache = InstanceType<typeof FileSystemCache>
type Get = FileSystemCache['get']
type Set = FileSystemCache['set']
type Entry = NonNullable<Awaited<ReturnType<Get>>>

/**
 * Next's own page cache, with two additions (docs/decisions/0003-static-pages-and-csp.md): each page
 * carries a Content-Security-Policy of the hashes of its inline scripts, and a page that is made
 * again from time to time is never sent when it is too old, or was built before this start.
 */
export default class PageCache extends FileSystemCache {
  override async get(...parameters: Parameters<Get>): ReturnType<Get> {
    const entry = await super.get(...parameters)
    if (!entry || isTooOld(entry)) return null
    addPolicy(entry.value, parameters[0])
    return entry
  }

  override async set(...parameters: Parameters<Set>): ReturnType<Set> {
    addPolicy(parameters[1], parameters[0])
    return super.set(...parameters)
  }
}

function isTooOld({ cacheControl, lastModified = 0 }: Entry) {
  if (lastModified < STARTED_AT) return true
  return typeof cacheControl?.revalidate === 'number' && Date.now() - lastModified > OLDEST_PAGE_MS
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
