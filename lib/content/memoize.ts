import { isDevelopment } from '#lib/env/is-development.ts'
import { servedCampaign } from '#lib/text/campaign-files.ts'
import { PROJECT_FOLDER } from './content-file.ts'

const memoized = new Map<string, unknown>()

/** Of which files the values are. */
let memoizedOf = ''

/**
 * Memoizes what is made of the content that is served, until other content is. Other folders, and everything in
 * development, are read each time.
 */
export function memoize<T>(root: string, name: string, read: () => T): T {
  if (isDevelopment || root !== PROJECT_FOLDER) return read()
  forgetFormerContent()
  if (!memoized.has(name)) memoized.set(name, read())
  return memoized.get(name) as T
}

function forgetFormerContent() {
  const { id } = servedCampaign()
  if (id !== memoizedOf) memoized.clear()
  memoizedOf = id
}
