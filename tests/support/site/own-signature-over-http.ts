import { database } from '#lib/database/client.ts'
import { readMessages } from '#lib/text/messages.ts'
import { tokenIn } from '../fakes/transport.ts'
import { insertSignatures } from '../people/factories/insert-signatures.ts'
import { aSignature } from '../people/factories/signature.ts'
import { formOf } from './html-form.ts'
import { OUR_PAGE, type RunningSite } from './running-site.ts'
import { mailTo, newVisitor } from './signing-over-http.ts'

let people = 0

/** Sends the form of a page that holds this text, as a browser without JavaScript does. */
export async function pressButton(
  site: RunningSite,
  path: string,
  text: string,
  typed: Record<string, string> = {},
  cookie?: string,
) {
  const page = await site.ask(path, { headers: cookie ? { cookie } : {} })
  const form = page.body.match(/<form[\s\S]*?<\/form>/g)?.find(each => each.includes(text))
  if (!form) throw new Error(`${path} has no form with ${text}`)
  const { action, body, headers } = await formOf(form, typed)
  const sent = { ...headers, ...OUR_PAGE, ...newVisitor(), ...(cookie && { cookie }) }
  return site.ask(action, { method: 'POST', headers: sent, body })
}

/** A confirmed signature, opened by its mail: the cookie of its page. */
export async function openOwnSignature(site: RunningSite, locale: string, name = 'Camille Roux') {
  people += 1
  const email = `owner${people}@example.org`
  await insertSignatures(database, [aSignature({ email, name, locale })])
  const { selfService } = readMessages(locale)
  const page = `/${locale}/my-signature`
  await pressButton(site, page, selfService.ask.button, { email })
  const token = tokenIn(await mailTo(site, email))
  const opened = await pressButton(site, `${page}/open?token=${token}`, selfService.open.button)
  return { email, token, opened, cookie: (opened.headers['set-cookie']?.[0] ?? '').split(';')[0] }
}
