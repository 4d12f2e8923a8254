import './support/require-node-20.js'
import { runOnNode24 } from './support/node-24.js'
import { alreadyRuns, findRunningSite } from './support/site-socket.js'

const running = await findRunningSite()
// One that serves a build may go on with a new one: bin/support/go-on.ts.
if (running && !running.build) console.log(alreadyRuns(running))
else await runOnNode24('start.ts', 'production', running !== null)
