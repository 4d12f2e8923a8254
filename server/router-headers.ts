import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'

type StateModule =
  typeof import('next/dist/server/app-render/parse-and-validate-flight-router-state.js')

const { parseAndValidateFlightRouterState } = createRequire(import.meta.url)(
  'next/dist/server/app-render/parse-and-validate-flight-router-state.js',
) as StateModule

/**
 * What the scripts of Next's router say on our pages, and how: links are plain links here, so nothing is
 * fetched ahead. Whatever else claims to be theirs is forgotten.
 */
const OF_ROUTER: Record<string, RegExp> = {
  rsc: /^1$/,
  'next-action': /^[0-9a-f]{1,64}$/,
  'next-router-state-tree': /^/,
  'next-url': /^\/[^\\]{0,2000}$/,
}

/** Headers by which Next speaks to itself, or hosts of it to Next: none may come from outside. */
const INTERNAL =
  /^(next-|x-next|x-middleware-|x-invoke-|x-matched-path|x-prerender-|x-now-|x-vercel-|x-action-)/

/**
 * Leaves Next those headers alone that its own scripts send, in their form. False where what stands in them
 * cannot be read at all, for which Next would answer 500.
 */
export function areRouterHeadersReadable({ headers }: IncomingMessage) {
  for (const name of Object.keys(headers)) {
    const form = OF_ROUTER[name]
    if (form ? !form.test(String(headers[name])) : INTERNAL.test(name)) delete headers[name]
  }
  try {
    parseAndValidateFlightRouterState(headers['next-router-state-tree'])
    return true
  } catch {
    return false
  }
}
