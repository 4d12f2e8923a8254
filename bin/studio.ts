import { join } from 'node:path'
import { checkout } from './support/checkout.js'
import { typedOptions } from './support/command-line.ts'
import { main } from './support/main.ts'
import { run } from './support/run.js'

const USAGE = `Usage: npm run studio -- [--port 5555]
  Shows and changes the tables of the database in the browser, by Prisma Studio. For whoever works on the site:
  what is changed here is in no audit log.`

const PRISMA = join(checkout, 'node_modules', 'prisma', 'build', 'index.js')

// Started by bin/with-database.ts, with the database open.
await main(async () => {
  const { values } = typedOptions(USAGE, { options: { port: { type: 'string', default: '5555' } } })
  const options = ['studio', '--port', values.port, '--browser', 'none']
  process.exitCode = await run(process.execPath, [PRISMA, ...options])
})
