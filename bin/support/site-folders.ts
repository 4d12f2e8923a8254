import { resolve } from 'node:path'
import type { SiteFolders } from '#lib/backup/site-files.ts'
import type { env as environment } from '#lib/env/env.ts'
import { checkout } from './checkout.js'

/** Where this site has what is not in its database. */
export function siteFolders(env: typeof environment): SiteFolders {
  return {
    data: env.DATA_FOLDER,
    site: checkout,
    content: resolve(checkout, env.CONTENT_FOLDER),
    locales: resolve(checkout, env.LOCALES_FOLDER),
  }
}
