import { z } from 'zod'
import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { changeRole } from '#lib/organisers/people/change-role.ts'
import { inviteOrganiser } from '#lib/organisers/people/invite-organiser.ts'
import { listPeople } from '#lib/organisers/people/list-people.ts'
import { TERMINAL_LINK_MINUTES } from '#lib/organisers/people/organiser-link.ts'
import { removeOrganiser } from '#lib/organisers/people/remove-organiser.ts'
import { resetOrganiser } from '#lib/organisers/people/reset-organiser.ts'
import { main } from './support/main.ts'

const USAGE = `Usage: npm run organiser -- add you@example.org
       npm run organiser -- list
       npm run organiser -- role you@example.org viewer|moderator|exporter|owner
       npm run organiser -- reset you@example.org   (a lost phone: a new link)
       npm run organiser -- remove you@example.org`

const SENTENCES = {
  'invalid-address': 'This is not an e-mail address.',
  known: 'This address belongs to an organiser already. A lost phone or password: use reset.',
  unknown: 'No organiser has this address.',
  'last-owner': 'The campaign would be left without an owner who can sign in.',
  yourself: 'This is yourself.',
}

const ON_THIS_MACHINE =
  'It leads to this machine. Where people see the site at another address, set SITE_URL.'

const MINUTES = { minutes: TERMINAL_LINK_MINUTES }

const roleOf = z.enum(['viewer', 'moderator', 'exporter', 'owner'])

// Started by bin/with-database.ts, with the database open.
await main(async () => {
  process.exitCode = await run(process.argv.slice(2)).finally(() => database.$disconnect())
})

async function run([verb, address = '', role, ...rest]: string[]) {
  if (verb === '--help') return help()
  if (rest.length > 0 || (role !== undefined && verb !== 'role')) return fail(USAGE)
  if (verb === 'list' && address === '') return list()
  if (verb === 'add') return answer(await inviteOrganiser(address, 'owner', null, MINUTES))
  const known = await database.organiser.findUnique({ where: { email: address.toLowerCase() } })
  if (!known) return fail(/^(role|reset|remove)$/.test(verb ?? '') ? SENTENCES.unknown : USAGE)
  if (verb === 'reset') return answer(await resetOrganiser(known.id, null, MINUTES))
  if (verb === 'remove') return answer(await removeOrganiser(known.id, null))
  const asked = roleOf.safeParse(role)
  if (verb !== 'role' || !asked.success) return fail(USAGE)
  return answer(await changeRole(known.id, asked.data, null))
}

function help() {
  console.log(USAGE)
  return 0
}

async function list() {
  for (const { email, role, hasSecondFactor } of await listPeople()) {
    console.log(`${role.padEnd(10)} ${email}${hasSecondFactor ? '' : '  (cannot sign in yet)'}`)
  }
  return 0
}

type Answer = { outcome: string; token?: string | null; email?: string }

function answer({ outcome, token, email }: Answer) {
  if (outcome in SENTENCES) return fail(SENTENCES[outcome as keyof typeof SENTENCES])
  if (!token) console.log('Done.')
  else {
    console.log(`This link lets ${email} choose a password and set up a second factor.`)
    console.log(`It works once, within ${TERMINAL_LINK_MINUTES} minutes:\n\n  ${linkOf(token)}\n`)
    if (new URL(env.SITE_URL).hostname === 'localhost') console.log(ON_THIS_MACHINE)
  }
  return 0
}

function linkOf(token: string) {
  return `${env.SITE_URL}/${languages()[0]}/organisers/join?token=${token}`
}

function fail(sentence: string) {
  process.stderr.write(`${sentence}\n`)
  return 2
}
