import { database } from '#lib/database/client.ts'
import { signInByRows } from '../people/organiser-session.ts'
import type { Answer, RunningSite } from './running-site.ts'

/**
 * Opens the console without a browser and without JavaScript, as an owner of this address.
 * @param origin of the sites, by http: over https the cookie has another name
 */
export async function openConsole(origin: string, email: string) {
  const run = (sql: string, ...values: unknown[]) => database.$executeRawUnsafe(sql, ...values)
  const cookie = `organiser=${await signInByRows(run, { email })}`
  const page = async (site: RunningSite, path: string) =>
    (await site.ask(path, { headers: { cookie, host: new URL(origin).host } })).body
  return {
    page,
    /** The form of a page that holds a field, to be typed into and sent. */
    form: async (site: RunningSite, path: string, field: string) => {
      const fields = fieldsOf(formWith(await page(site, path), field))
      return {
        fields,
        send: (typed: Record<string, string> = {}) =>
          post(site, path, { ...fields, ...typed }, { origin, cookie }),
      }
    },
  }
}

async function post(
  site: RunningSite,
  path: string,
  fields: Record<string, string>,
  { origin, cookie }: { origin: string; cookie: string },
): Promise<Answer> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const encoded = new Response(form)
  return site.ask(path, {
    method: 'POST',
    headers: {
      host: new URL(origin).host,
      origin,
      'sec-fetch-site': 'same-origin',
      cookie,
      'content-type': encoded.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  })
}

/** The HTML of the first form that holds a field of this name. */
function formWith(page: string, field: string) {
  const forms = page.match(/<form\b[\s\S]*?<\/form>/g) ?? []
  const found = forms.find(form => form.includes(`name="${field}"`))
  if (!found) throw new Error(`No form of this page has a field ${field}: ${page.slice(0, 500)}`)
  return found
}

/** What a form sends as it stands: its inputs and its areas of text. */
function fieldsOf(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input\b([^>]*)>/g)].map(
    ([, attributes = '']) =>
      [attributeOf(attributes, 'name'), attributeOf(attributes, 'value')] as const,
  )
  const areas = [...form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, attributes = '', text = '']) =>
      // HTML drops a line end right after the tag.
      [attributeOf(attributes, 'name'), decoded(text.replace(/^\n/, ''))] as const,
  )
  return Object.fromEntries([...inputs, ...areas].filter(([name]) => name))
}

function attributeOf(attributes: string, name: string) {
  return decoded(new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
}

function decoded(text: string) {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
