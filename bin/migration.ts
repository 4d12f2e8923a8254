import { writeMigration } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { main } from './support/main.ts'

await main(async env => {
  const name = process.argv.slice(2).join(' ')
  if (name === '') throw new Error('Give the migration a name: npm run migration -- add-statement')
  const { url, release } = await openDatabase(env)
  const file = await writeMigration(url, name, new Date()).finally(release)
  console.log(file ? `Wrote ${file}: read it, then npm start applies it.` : 'Nothing has changed.')
})
