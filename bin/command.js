import './support/require-node-20.js'
import { hasAllPackages } from './support/install.js'
import { isInstalled } from './support/node-24.js'

/** Commands of those who work on the site, which need what its tests need. */
const FOR_DEVELOPMENT = ['bench.ts', 'draw-map.ts']

// npm start and npm test install the packages by themselves. The other commands need them: on a fresh
// checkout there is no Node 24 yet to read their files either.
const [script = ''] = process.argv.splice(2, 1)
if (!isInstalled()) refuse('Nothing is installed here yet. Start the site once: npm start')
else if (FOR_DEVELOPMENT.includes(script) && !hasAllPackages())
  refuse('What development needs is not installed here yet. Check the code once: npm test -- check')
else {
  await import('./support/env-file.js')
  await import(`./${script}`)
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence)
  process.exitCode = 1
}
