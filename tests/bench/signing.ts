import { startFakeResend } from '../support/fakes/fake-resend.ts'
import { arrive, type Load, type Shot, saturate } from './load.ts'
import { queueMails } from './mails.ts'
import { inRounds, medians } from './rounds.ts'
import { startBenchSite } from './site.ts'
import { type Row, whole } from './table.ts'

const LOAD = { connections: 128, seconds: 5 }
const CROWD_ON_ITS_WAY = { perSecond: 100, seconds: 15 }
const WARM_UP = { perSecond: 20, seconds: 5 }
const ROUNDS = 3

let signatory = 0

/**
 * Signatures a second that POST /api/signatures takes, each from an address of its own, beside an empty handler of
 * the same server, and beside itself when it turns an empty form away: all but the database.
 */
export async function measureSigning(site: string): Promise<Row[]> {
  // First, before the mails of the rounds queue up: they are more than any campaign's crowd brings.
  await arrive(() => aForm(site), WARM_UP)
  const steady = await arrive(() => aForm(site), CROWD_ON_ITS_WAY)
  const results = await inRounds(ROUNDS, {
    taken: () => saturate(() => aForm(site), LOAD),
    refused: () => saturate(() => anEmptyForm(site), LOAD),
    empty: () => saturate(() => anEmptyHandler(site), LOAD),
  })
  const [taken, empty] = [medians(results.taken), medians(results.empty)]
  const share = (taken.perSecond / empty.perSecond).toFixed(2)
  return [
    ['an empty route handler of the same server (303), 128 at a time', formatLoad(empty)],
    ['`POST /api/signatures`, 128 at a time', `${formatLoad(taken)}: ${share} of it`],
    ['the same handler, an empty form (422)', formatLoad(medians(results.refused))],
    ['`POST /api/signatures`, 100 arrive each second', formatLoad(steady)],
  ]
}

/** The steady crowd once more, while 10,000 mails of those before it go out as fast as Resend allows. */
export async function measureSigningWhileMailing(siteUrl: string): Promise<Row[]> {
  const resend = await startFakeResend()
  const site = await startBenchSite(siteUrl, 0, {
    RESEND_API_KEY: 're_secret',
    RESEND_BASE_URL: resend.url,
    MAIL_FROM: 'lettre@example.org',
  })
  try {
    await arrive(() => aForm(site.url), WARM_UP)
    const alone = await arrive(() => aForm(site.url), CROWD_ON_ITS_WAY)
    await queueMails(site.databaseUrl)
    const meanwhile = await arrive(() => aForm(site.url), CROWD_ON_ITS_WAY)
    return [
      [
        '`POST /api/signatures`, 100 arrive each second, their mails go to Resend',
        formatLoad(alone),
      ],
      ['the same while 10,000 older mails go out', formatLoad(meanwhile)],
    ]
  } finally {
    await site.stop()
    await resend.stop()
  }
}

/** A signature as a program sends it, by another person each time. */
export function aForm(site: string): Shot {
  const form = {
    name: `Camille ${signatory}`,
    email: `camille.${signatory}@gmail.com`,
    country: 'FR',
  }
  return post(site, { ...form, public: true, consent: true, locale: 'fr' }, 202)
}

function anEmptyForm(site: string): Shot {
  return post(site, {}, 422)
}

/** Whoever asks for the address of a form is led to its page: a handler of Next with nothing in it. */
function anEmptyHandler(site: string): Shot {
  return { url: `${site}/fr/sign/send`, expected: 303 }
}

function post(site: string, form: object, expected: number): Shot {
  signatory += 1
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': addressOf(signatory) }
  const body = JSON.stringify(form)
  return { url: `${site}/api/signatures`, method: 'POST', headers, body, expected }
}

function addressOf(number: number) {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}

export function formatLoad({ perSecond, p50, p95, p99 }: Load) {
  return `${whole(perSecond)}/s, p50 ${whole(p50)} ms, p95 ${whole(p95)} ms, p99 ${whole(p99)} ms`
}
