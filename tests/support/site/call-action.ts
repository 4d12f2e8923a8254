import { readKnownRequests } from '../../../bin/support/list-requests.ts'
import type { RunningSite } from './running-site.ts'

/** What an action is given, of each kind (lib/security/action-arguments.ts). */
const ARGUMENTS = { locale: 'fr', text: 'fr', state: {}, form: '$K1', data: {} }

type Headers = Record<string, string>

/** Calls an action as a script of its page does. */
export function callAction(site: RunningSite, path: string, id: string, headers: Headers) {
  const sent = JSON.stringify(argumentsOf(id))
  return post(site, path, { ...headers, 'next-action': id }, { 0: sent })
}

/** Sends the form of an action as a browser without scripts does. */
export function sendActionForm(site: RunningSite, path: string, id: string, headers: Headers) {
  const bound = argumentsOf(id).filter(argument => argument !== ARGUMENTS.form)
  return post(site, path, headers, {
    $ACTION_REF_1: '',
    '$ACTION_1:0': JSON.stringify({ id, bound: '$@1' }),
    '$ACTION_1:1': JSON.stringify(bound),
  })
}

function argumentsOf(id: string) {
  return readKnownRequests().actions[id]?.map(kind => ARGUMENTS[kind]) ?? []
}

async function post(site: RunningSite, path: string, headers: Headers, fields: Headers) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const encoded = new Response(form)
  return site.ask(path, {
    method: 'POST',
    headers: { ...headers, 'content-type': encoded.headers.get('content-type') ?? '' },
    body: Buffer.from(await encoded.arrayBuffer()),
  })
}
