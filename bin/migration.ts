import { writeMigration } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'

const USAGE = 'Usage: npm run migration -- add-statement'

await main(async env => {
  const name = typedOptions(USAGE, { allowPositionals: true }).positionals.join(' ')
  if (name === '') throw new WrongUse('Give the migration a name.', USAGE)
  const { url, release } = await openDatabase(env)
  const file = await writeMigration(url, name, new Date()).finally(release)
  console.log(file ? `Wrote ${file}: read it, then npm start applies it.` : 'Nothing has changed.')
})
