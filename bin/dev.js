import './support/require-node-20.js'
import { runOnNode24 } from './support/node-24.js'
import { alreadyRuns, findRunningSite } from './support/site-socket.js'

const running = await findRunningSite()
if (running) console.log(alreadyRuns(running))
else await runOnNode24('dev.ts', 'all')
