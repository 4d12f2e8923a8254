import './support/require-node-20.js'
import { runOnNode24 } from './support/node-24.js'

await runOnNode24('test.ts', 'all')
