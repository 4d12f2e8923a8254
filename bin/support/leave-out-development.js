import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * An entry of package-lock.json (lockfileVersion 3).
 * @typedef {object} Package
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, { optional?: boolean }>} [peerDependenciesMeta]
 */

/**
 * Removes what `npm ci --omit=dev` leaves although only tests need it: what a library names as a peer that
 * it can do without, such as a test runner that it has helpers for.
 * @param {string} folder of package.json and package-lock.json
 */
export function leaveOutDevelopment(folder) {
  /** @type {{ packages: Record<string, Package> }} */
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'))
  const needed = neededBySite(packages)
  const others = Object.keys(packages).filter(place => place !== '' && !needed.has(place))
  for (const place of others) rmSync(join(folder, place), { recursive: true, force: true })
  // npm's own note of what is there; without it npm looks.
  rmSync(join(folder, 'node_modules', '.package-lock.json'), { force: true })
}

/**
 * The places of all packages that the project reaches without its devDependencies and without peers
 * that are optional.
 * @param {Record<string, Package>} packages by place, as in package-lock.json
 */
export function neededBySite(packages) {
  const needed = new Set([''])
  for (const place of needed) {
    for (const name of namesNeededBy(packages[place] ?? {})) {
      const found = placesFrom(place, name).find(candidate => candidate in packages)
      if (found) needed.add(found)
    }
  }
  needed.delete('')
  return needed
}

/** @param {Package} one */
function namesNeededBy({ dependencies, optionalDependencies, peerDependencies, ...one }) {
  const peers = Object.keys(peerDependencies ?? {})
  const isNeeded = (/** @type {string} */ peer) => !one.peerDependenciesMeta?.[peer]?.optional
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers.filter(isNeeded)]
}

/**
 * Where Node looks for a package that another one names: beside it first, then further and further out.
 * @param {string} place
 * @param {string} name
 */
function placesFrom(place, name) {
  const folders = place.split('/node_modules/')
  const outwards = folders.map((_, index) =>
    folders.slice(0, folders.length - index).join('/node_modules/'),
  )
  const within = outwards.filter(Boolean).map(folder => `${folder}/node_modules/${name}`)
  return [...within, `node_modules/${name}`]
}
