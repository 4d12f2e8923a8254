import { join } from 'node:path'
import { checkout } from './support/checkout.js'
import { typedOptions } from './support/command-line.ts'
import { main } from './support/main.ts'
import { run } from './support/run.js'

const USAGE = `Usage: npm run studio -- [--port 5555]
  Shows and changes the tables of the database in the browser, by Prisma Studio. For whoever works on the site:
  what is changed here stands in no audit log, which itself cannot be changed.`

const PRISMA = join(checkout, 'node_modules', 'prisma', 'build', 'index.js')

// Started by bin/with-database.ts, with the database open.
await main(async ({ DATABASE_URL: url = '' }) => {
  const { values } = typedOptions(USAGE, { options: { port: { type: 'string', default: '5555' } } })
  const options = ['studio', '--port', values.port, '--browser', 'none']
  process.exitCode = await run(process.execPath, [PRISMA, ...options], {
    env: { ...process.env, ...addressFor(url) },
  })
})

/** Its driver finds the socket of the embedded PostgreSQL by variables, not by an address with `?host=`. */
function addressFor(url: string) {
  const { searchParams, username, password, pathname } = new URL(url)
  const socketFolder = searchParams.get('host')
  if (!socketFolder) return { DATABASE_URL: url }
  return {
    DATABASE_URL: `postgresql://${pathname}`,
    PGHOST: socketFolder,
    PGUSER: username,
    PGPASSWORD: decodeURIComponent(password),
  }
}
