import { addOrganiser, SIGN_IN_LINK_LIFETIME_MINUTES } from '#lib/organisers/add-organiser.ts'
import { database } from '../lib/database/client.ts'
import { env } from '../lib/env.ts'
import { languages } from '../lib/letter/languages.ts'

const USAGE = 'Usage: npm run organiser -- add you@example.org'

// Started by bin/with-database.ts, with the database open.
process.exitCode = await run(process.argv.slice(2)).finally(() => database.$disconnect())

async function run([verb, address = '', ...rest]: string[]) {
  if (verb !== 'add' || rest.length > 0) return fail(USAGE)
  const result = await addOrganiser(address)
  if (result.outcome === 'invalid-address') {
    return fail(`“${address}” is not an e-mail address.\n${USAGE}`)
  }
  const [language] = languages()
  const url = `${env.SITE_URL}/${language}/organisers/sign-in?token=${result.token}`
  console.log(`${result.outcome === 'added' ? 'Added' : 'Known already:'} ${address}.`)
  console.log(`Sign in within ${SIGN_IN_LINK_LIFETIME_MINUTES} minutes, once, at\n\n  ${url}\n`)
  return 0
}

function fail(sentence: string) {
  process.stderr.write(`${sentence}\n`)
  return 2
}
