import { expect } from 'vitest'
import { database } from '#lib/database/client.ts'
import { tokenIn } from '../fakes/transport.ts'
import { repeatedFormsTaken } from '../people/sign-letter.ts'
import { formOf } from './html-form.ts'
import { OUR_PAGE, type RunningSite } from './running-site.ts'

/** What Camille types into the form. */
export const CAMILLE_TYPES = {
  name: 'Camille Roux',
  email: 'camille.roux@example.org',
  consent: 'on',
}

let visitors = 0

/** Each visitor comes from a network of her own, so that none meets another's limit. */
export function newVisitor() {
  visitors += 1
  return { 'x-forwarded-for': `198.51.${visitors >> 8}.${visitors & 255}` }
}

/** Fills in the form of the French letter, as a browser without JavaScript does. */
export async function signByForm(
  site: RunningSite,
  typed: Record<string, string | string[]>,
  from: Record<string, string> = OUR_PAGE,
) {
  const page = await site.ask('/fr')
  const { action, body, headers } = await formOf(page.body, typed)
  return site.ask(action, {
    method: 'POST',
    headers: { ...headers, ...newVisitor(), ...from },
    body,
  })
}

/** The mail to an address, as soon as it has gone out and the site has noted so. */
export async function mailTo(site: RunningSite, address: string) {
  await repeatedFormsTaken()
  const found = () => site.mails().find(({ to }) => to === address)
  await expect.poll(found).toBeDefined()
  const underWay = () => database.mail.count({ where: { status: 'sending' } })
  await expect.poll(underWay).toBe(0)
  return found()
}

/** Signs with an address, and gives the path of the link in its mail. */
export async function linkFor(site: RunningSite, address: string) {
  await signByForm(site, { ...CAMILLE_TYPES, email: address })
  return `/fr/confirm?token=${tokenIn(await mailTo(site, address))}`
}
