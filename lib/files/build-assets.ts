import { database } from '#lib/database/client.ts'
import { DAY_MS } from '#lib/time/time-spans.ts'
import { addAsset, keepAssets } from './queries.ts'

/** How long after its last process the files of a build are given out: a page of it may be open, or in a cache. */
const BUILD_ASSET_LIFETIME_MS = DAY_MS

/**
 * Offers the files of this build to machines with another one, from now on for a day.
 * @param paths below `/_next/static/`, each with a hash of its content in its name
 */
export async function offerBuildAssets(
  paths: string[],
  read: (path: string) => Promise<Uint8Array>,
) {
  const kept = new Set(await keepAssets(paths, BUILD_ASSET_LIFETIME_MS))
  for (const path of paths.filter(path => !kept.has(path))) {
    await addAsset(path, await read(path), BUILD_ASSET_LIFETIME_MS)
  }
}

/** A file of a build of another machine or another time; null where no build of the last day had it. */
export async function findBuildAsset(path: string) {
  const asset = await database.buildAsset.findUnique({ where: { path } })
  return asset?.content ?? null
}
