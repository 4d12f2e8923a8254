import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.js'
import { leaveOutDevelopment } from './leave-out-development.js'
import { run } from './run.js'
import { step } from './step.js'

/**
 * What of package-lock.json is there: what building and running the site needs, or what tests and
 * checks need as well.
 * @typedef {'production' | 'all'} Packages
 */

const STAMP = join(checkout, 'node_modules', '.open-letter-installed')
/** Of development alone: the test runner would come along as a peer that libraries can do without. */
const LINTER = join(checkout, 'node_modules', '@biomejs', 'biome')
const HOW = ['--include=optional', '--ignore-scripts=false']
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']

/**
 * Installs what package-lock.json lists, unless that very list is installed.
 * @param {Packages} needed
 * @param {boolean} [isServed] whether a site runs on the packages that are there
 * @throws {Error} with a sentence when npm fails; npm's own words stand above it
 */
export async function installIfNeeded(needed, isServed = false) {
  const list = fingerprint()
  const plan = planInstall(readStamp(), list, needed, isServed)
  if (!plan) return
  await step(plan.title, 'about a minute', async () => {
    const code = await run('npm', [...plan.options, ...HOW, ...QUIET], { env: environmentForNpm() })
    if (code !== 0)
      throw new Error(`npm ${plan.options[0]} failed (exit code ${code}): its reason stands above.`)
    if (plan.packages === 'production') leaveOutDevelopment(checkout)
  })
  writeFileSync(STAMP, `${plan.packages} ${list}`)
}

/**
 * What npm has to do; null where nothing. Whoever has run the tests once keeps what they need. What is
 * missing beside the same list is added, so that a site that runs keeps its files.
 * @param {string | null} stamp what was installed: which packages, of which list
 * @param {string} list fingerprint of what is wanted
 * @param {Packages} needed
 * @param {boolean} [isServed] whether a site runs on what is there: it is changed then, and not made anew
 * @returns {{ title: string, options: string[], packages: Packages } | null}
 */
export function planInstall(stamp, list, needed, isServed = false) {
  // Before there were two kinds, a stamp was the list's fingerprint alone, and all was installed.
  const [of = '', had = stamp === null ? null : 'all'] = stamp?.split(' ').toReversed() ?? []
  const packages = had === 'all' ? had : needed
  if (of === list) {
    if (packages === had) return null
    return {
      title: 'Installing what the tests need',
      options: ['install', '--no-save', '--include=dev'],
      packages,
    }
  }
  const extent = packages === 'all' ? '--include=dev' : '--omit=dev'
  const how = isServed ? ['install', '--no-save'] : ['ci']
  return { title: 'Installing the packages', options: [...how, extent], packages }
}

/**
 * Whether what tests and checks need is there too.
 * @returns {boolean}
 */
export function hasAllPackages() {
  return existsSync(LINTER)
}

/** Notes that npm has just installed all that package-lock.json lists, as whoever typed npm install asked. */
export function noteInstalledByHand() {
  writeFileSync(STAMP, `all ${fingerprint()}`)
}

/** Who installed by hand, all of it, keeps all of it. */
function readStamp() {
  if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8')
  return hasAllPackages() ? 'all by-hand' : null
}

function fingerprint() {
  const list = readFileSync(join(checkout, 'package-lock.json'))
  return createHash('sha256')
    .update(`${process.platform} ${process.arch} `)
    .update(list)
    .digest('hex')
}

// npm must not run on the Node that it is about to replace.
function environmentForNpm() {
  const path = (process.env.PATH ?? '').split(':')
  const PATH = path.filter(folder => !folder.endsWith('node_modules/.bin')).join(':')
  return { ...process.env, PATH }
}
