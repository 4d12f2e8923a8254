import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { join } from 'node:path'
import { removeDatabaseOf } from '../database/data-folder.ts'

export interface Machine {
  /** The checkout's copy: what git knows of, or would. */
  checkout: string
  home: string
  /** Whoever runs the commands; undefined: as the tests do. */
  user: { uid: number; gid: number } | undefined
  remove: () => void
}

/**
 * A folder like a home on a machine that has never seen this project, with a fresh checkout in it.
 * @param mode of the home, such as 0o700
 */
export function freshMachine(mode: number, user?: { uid: number; gid: number }): Machine {
  const home = mkdtempSync('/tmp/open-letter-machine-')
  const checkout = join(home, 'letter')
  for (const file of filesOfCheckout()) cpSync(file, join(checkout, file))
  chmodSync(home, mode)
  if (user) execFileSync('chown', ['-R', `${user.uid}:${user.gid}`, home])
  const remove = () => {
    removeDatabaseOf(join(checkout, '.data'))
    rmSync(home, { recursive: true, force: true })
  }
  return { checkout, home, user, remove }
}

/**
 * Lends the packages that another machine has installed: the files are shared, not copied. What is kept between runs
 * stays: others may write there at this moment.
 */
export function lendPackages(from: Pick<Machine, 'checkout'>, to: Machine) {
  const lender = join(from.checkout, 'node_modules')
  const borrower = join(to.checkout, 'node_modules')
  const packages = readdirSync(lender).filter(name => name !== '.cache')
  mkdirSync(borrower)
  execFileSync('cp', ['-al', ...packages.map(name => join(lender, name)), borrower])
}

/** Copies what another machine has built. */
export function copyBuild(from: Machine, to: Machine) {
  for (const built of ['.next', join('lib', 'database', 'generated')]) {
    cpSync(join(from.checkout, built), join(to.checkout, built), { recursive: true })
  }
}

/** The commands under "Start" in the README: what a newcomer types, once she has the checkout. */
export function commandsOfReadme() {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/```sh\n(.*?)```/gs)
  const block = [...blocks].map(([, text = '']) => text).find(text => text.includes('npm start'))
  if (!block) throw new Error('README.md shows no sh block with npm start.')
  const isGettingThere = (line: string) => /^(git clone|cd) /.test(line)
  return block
    .split('\n')
    .filter(line => line !== '' && !isGettingThere(line))
    .join('\n')
}

function filesOfCheckout() {
  const known = execFileSync('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
  ])
  const deleted = execFileSync('git', ['ls-files', '-z', '--deleted'])
  const gone = new Set(deleted.toString().split('\0'))
  return known
    .toString()
    .split('\0')
    .filter(file => !gone.has(file))
}
