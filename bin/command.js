import './support/require-node-20.js'
import { isInstalled } from './support/node-24.js'

// npm start and npm test install the packages by themselves. The other commands need them: on a fresh
// checkout there is no Node 24 yet to read their files either.
const [script] = process.argv.splice(2, 1)
if (isInstalled()) await import(`./${script}`)
else {
  console.error('Nothing is installed here yet. Start the site once: npm start')
  process.exitCode = 1
}
