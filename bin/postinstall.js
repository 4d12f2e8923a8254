import { hasAllPackages, noteInstalledByHand } from './support/install.js'
import { isInstalled, NODE } from './support/node-24.js'
import { run } from './support/run.js'

const PROGRAMS = [
  ['node_modules/prisma/build/index.js', 'generate'],
  ['node_modules/next/dist/bin/next', 'typegen'],
]

/** Commands of npm after which all packages are there. */
const INSTALLS = ['install', 'ci']

const QUIET = { NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1' }

// After npm install an editor finds every type: those of the database and those of the pages are written here.
// A site alone, which installs no packages of development, writes its own when it builds.
if (isInstalled() && hasAllPackages()) {
  for (const program of PROGRAMS) await write(program)
  if (INSTALLS.includes(process.env.npm_command ?? '')) noteInstalledByHand()
}

/** @param {string[]} program one that fails leaves what was installed, and is run again by npm run check */
async function write(program) {
  const code = await run(NODE, program, { env: { ...process.env, ...QUIET }, stdio: 'ignore' })
  if (code !== 0) console.error('Not all types could be written: npm run check says why.')
}
