import { moveDatabase } from '#lib/backup/move-database.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'
import { findRunningSite } from './support/site-socket.js'

const USAGE = `Usage: NEW_DATABASE_URL=postgresql://… npm run move-database
  Copies all data into an empty database of a PostgreSQL of your own, with the site stopped. The address is a
  variable, or a line of .env, because everybody on the machine sees what is typed after a command.
  NEW_DATABASE_MIGRATION_URL names the owner of its tables, where that is another role.`

await main(async env => {
  typedOptions(USAGE, {})
  const { NEW_DATABASE_URL, NEW_DATABASE_MIGRATION_URL, DATA_FOLDER } = env
  if (!NEW_DATABASE_URL) throw new WrongUse('NEW_DATABASE_URL must name the new database.', USAGE)
  if (await findRunningSite()) throw new Error('The site runs: stop it first.')
  const from = await openDatabase(env)
  try {
    const to = await openDatabase(
      {
        DATABASE_URL: NEW_DATABASE_URL,
        DATABASE_MIGRATION_URL: NEW_DATABASE_MIGRATION_URL,
        DATA_FOLDER,
      },
      'NEW_',
    )
    const rows = await moveDatabase(from.url, to).finally(to.release)
    console.log(`${rows.toLocaleString('en')} rows were copied, and each table has as many as before.
Set DATABASE_URL to what NEW_DATABASE_URL is (DATABASE_MIGRATION_URL likewise), keep APP_SECRET or
${DATA_FOLDER}/app-secret, then: npm start. The database of before is as it was.`)
  } finally {
    await from.release()
  }
})
