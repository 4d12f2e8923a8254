import { setTimeout as wait } from 'node:timers/promises'
import { formOf } from '../../support/site/html-form.ts'
import { until } from './open-loop.ts'
import { type Signatory, signatoryAt, visitorAt } from './people.ts'
import type { Stage } from './stage.ts'

/** A mail is opened within so long of its arrival, each at a moment of its own. */
const OPENS_WITHIN_MS = 2_000
/** So long at most she looks before she presses. */
const LOOKS_AT_MOST_MS = 1_000

/** One reader opens the letter. */
export function readLetter({ client }: Stage, due: number, place: number) {
  const { from, encoding } = visitorAt(place)
  const path = place % 3 === 0 ? '/en' : '/fr'
  const headers = { 'accept-encoding': encoding, accept: 'text/html' }
  return client.ask({ step: 'letter', due, path, from, expected: 200, headers })
}

/**
 * She signs, opens the link of her mail, presses its button, sees the thanks and one page of the list.
 * Each request is due when she comes to it. Resolves to whether all of it was answered as it should.
 */
export async function signAndConfirm(stage: Stage, due: number, place: number) {
  const who = signatoryAt(stage.plan.run, place)
  const signed = await sign(stage, who, due, place)
  if (!signed) return false
  stage.accepted.push(place)
  const link = await receiveLink(stage, who, signed.headers)
  if (!link) return false
  const opensAt = performance.now() + Math.random() * OPENS_WITHIN_MS
  await until(opensAt)
  const page = await see(stage, who, 'open', opensAt, link)
  if (!page) return false
  await wait(Math.random() * LOOKS_AT_MOST_MS)
  const thanks = await press(stage, who, page.read(), link)
  if (!thanks?.endsWith('/confirmed')) return false
  stage.confirmed.push(place)
  const hasThanks = await see(stage, who, 'thanks', performance.now(), thanks)
  const list = `/${who.locale}/signatories`
  return hasThanks !== null && (await see(stage, who, 'list', performance.now(), list)) !== null
}

/** Half of them by the form, half by a program that calls the JSON API. */
export async function sign(stage: Stage, who: Signatory, due: number, place: number) {
  const { name, country, email, locale, from } = who
  if (place % 2 === 0) {
    const headers = { 'content-type': 'application/json' }
    const values = { name, country, email, locale, public: true, consent: true }
    const body = JSON.stringify(values)
    const request = { path: '/api/signatures', method: 'POST', headers, body } as const
    return stage.client.ask({ step: 'sign', due, from, expected: 202, ...request })
  }
  const typed = { name, country, email, public: 'on', consent: 'on' }
  return post(stage, who, 'sign', due, await formOf(stage.letters[locale] ?? '', typed))
}

/** Path of the link that her mail holds, once it has come; null when told to give up. */
export async function receiveLink(stage: Stage, who: Signatory, headers: Record<string, unknown>) {
  if (!stage.mailboxes) return String(headers['x-link'])
  const acceptedAt = performance.now()
  const link = await stage.mailboxes.linkFor(who.email, stage.giveUp)
  if (link) stage.stopwatch.mailTook(performance.now() - acceptedAt)
  return link
}

/** Presses the button of a page. Resolves to where the answer leads. */
export async function press(stage: Stage, who: Signatory, page: string, link: string) {
  const due = performance.now()
  // The bare server sends one page to all: whose link this is stands in its address alone.
  const token = /token=([\w-]+)/.exec(link)?.[1] ?? ''
  const answer = await post(stage, who, 'press', due, await formOf(page, { token }))
  const location = answer?.headers.location
  return location === undefined ? null : String(location)
}

/** She opens a page. */
export function see(
  { client }: Stage,
  { from, encoding }: Signatory,
  step: 'open' | 'thanks' | 'list',
  due: number,
  path: string,
) {
  const headers = { 'accept-encoding': encoding, accept: 'text/html' }
  return client.ask({ step, due, path, from, expected: 200, headers })
}

type FilledIn = Awaited<ReturnType<typeof formOf>>

function post(
  { client, plan }: Stage,
  { from, encoding }: Signatory,
  step: 'sign' | 'press',
  due: number,
  { action: path, body, headers }: FilledIn,
) {
  const browser = { origin: plan.siteUrl, 'sec-fetch-site': 'same-origin', accept: 'text/html' }
  const all = { ...headers, ...browser, 'accept-encoding': encoding }
  return client.ask({ step, due, path, from, expected: 303, method: 'POST', headers: all, body })
}
