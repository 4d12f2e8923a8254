import { measureExports } from '../exports.ts'
import { cursorBefore } from '../list.ts'
import { arrive, type Load, saturate } from '../load.ts'
import { queueMails } from '../mails.ts'
import { inRounds, medians } from '../rounds.ts'
import { aForm, formatLoad, measureSigning } from '../signing.ts'
import { type Row, whole } from '../table.ts'
import { countSigned } from './counts.ts'
import { cpuByProgram } from './cpu.ts'
import { visitorAt } from './people.ts'
import type { SurgeSite } from './start-surge-site.ts'

const READING = { connections: 32, seconds: 4 }
const ROUNDS = 3
const STEADY = { perSecond: 100, seconds: 15 }
const NAMES_ON_A_PAGE = 50
const FAR_PAGE = 50_000
const SEARCHES = ['camille', 'le goff', 'kwame', 'rouen']

/** Each ratio of the goals beside the surge: reading while people sign, signing, the list, exports. */
export async function measureBeside(site: SurgeSite, rate: number): Promise<Row[]> {
  return [
    ...(await rowsOf('reading while people sign', () => measureReading(site, Math.max(1, rate)))),
    ...(await rowsOf('the list', () => measureList(site))),
    ...(await rowsOf('exports', async () =>
      measureExports(site, (await countSigned(site.databaseUrl)).confirmed),
    )),
    ...(await rowsOf('signing', () => measureSigning(site.url))),
    ...(await rowsOf('signing while mails go out', () => measureSigningWhileMailing(site))),
  ]
}

/** What cannot be measured says why in its row: one odd answer shall not cost half an hour of others. */
function rowsOf(what: string, measure: () => Promise<Row[]>): Promise<Row[]> {
  return measure().catch((error: Error): Row[] => [[what, `NOT measured: ${error.message}`]])
}

/** The letter alone, in turn with the letter while people sign; and what signing takes by itself. */
async function measureReading(site: SurgeSite, perSecond: number): Promise<Row[]> {
  const signing = { perSecond: Math.round(perSecond), seconds: READING.seconds }
  const sign = () => arrive(() => aForm(site.url), signing)
  const read = () => saturate(() => page(`${site.url}/fr`), READING)
  const meanwhile = async () => (await Promise.all([read(), sign()]))[0]
  const results = await inRounds(ROUNDS, { alone: read, meanwhile })
  const cores = await coresOf(site, sign)
  const [alone, busy] = [medians(results.alone), medians(results.meanwhile)]
  return [
    ['`GET /fr` alone, as browsers ask', formatLoad(alone)],
    [`the same while ${signing.perSecond} sign each second`, besides(busy, alone)],
    ['what so many take by themselves', `${cores.toFixed(2)} cores of the site and PostgreSQL`],
  ]
}

/** How many cores something keeps the site and its PostgreSQL busy with. */
async function coresOf({ pid, dataFolder }: SurgeSite, work: () => Promise<unknown>) {
  const taken = () => Object.values(cpuByProgram(pid, dataFolder)).reduce((a, b) => a + b, 0)
  const [before, startedAt] = [taken(), performance.now()]
  await work()
  return ((taken() - before) * 1_000) / (performance.now() - startedAt)
}

/** The list's first page, a far one and a search, each in turn with the letter. */
async function measureList({ url, databaseUrl }: SurgeSite): Promise<Row[]> {
  const far = await farCursor(databaseUrl)
  const list = `${url}/fr/signatories`
  const search = () => `${list}?q=${encodeURIComponent(SEARCHES[reader % SEARCHES.length] ?? '')}`
  const results = await inRounds(ROUNDS, {
    letter: () => saturate(() => page(`${url}/fr`), READING),
    first: () => saturate(() => page(list), READING),
    far: () => saturate(() => page(`${list}?after=${far.cursor}`), READING),
    search: () => saturate(() => page(search()), READING),
  })
  const letter = medians(results.letter)
  return [
    ['`GET /fr` beside the list', formatLoad(letter)],
    ['`GET /fr/signatories`, page 1', besides(medians(results.first), letter)],
    [`the same, page ${whole(far.page)}`, besides(medians(results.far), letter)],
    ['a search for a name', besides(medians(results.search), letter)],
  ]
}

/** At 100 a second, while 10,000 older mails go out. */
async function measureSigningWhileMailing({ url, databaseUrl }: SurgeSite): Promise<Row[]> {
  await queueMails(databaseUrl)
  const meanwhile = await arrive(() => aForm(url), STEADY)
  return [['the same while 10,000 older mails go out', formatLoad(meanwhile)]]
}

/** With the share of what it is measured beside. */
function besides(load: Load, other: Load) {
  return `${formatLoad(load)}: ${(load.perSecond / other.perSecond).toFixed(2)} of it`
}

let reader = 0

function page(url: string) {
  reader += 1
  const { from, encoding } = visitorAt(reader)
  const headers = { 'x-forwarded-for': from, 'accept-encoding': encoding, accept: 'text/html' }
  return { url, headers, expected: 200 }
}

/** Where page 50,000 begins, or the last page where there are fewer. */
async function farCursor(databaseUrl: string) {
  const { shown } = await countSigned(databaseUrl)
  const page = Math.min(FAR_PAGE, Math.floor(shown / NAMES_ON_A_PAGE))
  return { page, cursor: await cursorBefore(databaseUrl, (page - 1) * NAMES_ON_A_PAGE) }
}
