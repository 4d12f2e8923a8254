import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkout } from './checkout.js'
import { run } from './run.js'
import { step } from './step.js'

const STAMP = join(checkout, 'node_modules', '.open-letter-installed')
const OPTIONS = ['ci', '--include=dev', '--include=optional', '--ignore-scripts=false']
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error']

/**
 * Installs what package-lock.json lists, unless that very list is installed.
 * @throws {Error} with a sentence when npm fails; npm's own words stand above it
 */
export async function installIfNeeded() {
  const wanted = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  await step('Installing the packages', 'first time: about a minute', async () => {
    const code = await run('npm', [...OPTIONS, ...QUIET], { env: environmentForNpm() })
    if (code !== 0) throw new Error(`npm ci failed (exit code ${code}): its reason stands above.`)
  })
  writeFileSync(STAMP, wanted)
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
