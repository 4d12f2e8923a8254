import { type Row, tenths } from '../table.ts'
import { cpuByProgram } from './cpu.ts'
import type { Mailboxes } from './mailbox.ts'
import { signatoryAt } from './people.ts'
import { type Plan, READERS_PER_SIGNATORY } from './plan.ts'
import { press, readLetter, receiveLink, see, sign } from './signatory.ts'
import { openStage, type Stage } from './stage.ts'

const PEOPLE = 200
const AT_ONCE = 8
const MAILS_WITHIN_MS = 120_000

/** The site's processes, as /proc knows them. */
export type Watched = { pid: number; dataFolder: string }

/**
 * Time of the processor that each step of a chain takes from the site and from PostgreSQL: a few hundred
 * people do one step, then all of them the next. The first round warms up and is left out.
 */
export async function measureSteps(
  plan: Plan,
  mailboxes: Mailboxes,
  site: Watched,
): Promise<Row[]> {
  await oneRound({ ...plan, run: `${plan.run}warm` }, mailboxes, site)
  return oneRound(plan, mailboxes, site)
}

async function oneRound(plan: Plan, mailboxes: Mailboxes, site: Watched): Promise<Row[]> {
  const stage = await openStage(plan, mailboxes, AbortSignal.timeout(MAILS_WITHIN_MS))
  const links: string[] = []
  const pages: string[] = []
  const measured = (name: string, times: number, work: (place: number) => Promise<unknown>) =>
    costOf(site, name, times, work)
  const whoAt = (place: number) => signatoryAt(plan.run, place)
  const show = (step: 'thanks' | 'list', path: string) => (place: number) =>
    see(stage, whoAt(place), step, performance.now(), path)
  const rows = [
    await measured('one reading of the letter', READERS_PER_SIGNATORY * PEOPLE, place =>
      readLetter(stage, performance.now(), place),
    ),
    await measured('signing, and its mail', PEOPLE, async place => {
      links[place] = await signAt(stage, place)
    }),
    await measured('opening the link', PEOPLE, async place => {
      const page = await see(stage, whoAt(place), 'open', performance.now(), links[place] ?? '')
      pages[place] = page?.read() ?? ''
    }),
    await measured('pressing the button', PEOPLE, place =>
      press(stage, whoAt(place), pages[place] ?? '', links[place] ?? ''),
    ),
    await measured('the thanks', PEOPLE, show('thanks', '/fr/confirm/confirmed')),
    await measured('the list, page 1', PEOPLE, show('list', '/fr/signatories')),
  ]
  await stage.client.close()
  return rows
}

async function signAt(stage: Stage, place: number) {
  const who = signatoryAt(stage.plan.run, place)
  const answer = await sign(stage, who, performance.now(), place)
  return (answer && (await receiveLink(stage, who, answer.headers))) ?? ''
}

/** Does something so often, some at once, and tells what the processor gave for each of them. */
async function costOf(
  { pid, dataFolder }: Watched,
  name: string,
  times: number,
  work: (place: number) => Promise<unknown>,
): Promise<Row> {
  const before = cpuByProgram(pid, dataFolder)
  const places = Array.from({ length: times }, (_, place) => place).values()
  const lane = async () => {
    for (const place of places) await work(place)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  const after = cpuByProgram(pid, dataFolder)
  const parts = Object.entries(after).map(([program, seconds]) => {
    return [program, ((seconds - (before[program] ?? 0)) * 1_000) / times] as const
  })
  const told = parts
    .filter(([, ms]) => ms >= 0.05)
    .map(([program, ms]) => `${program} ${tenths(ms)} ms`)
  return [`the processor’s time for ${name}`, told.join(', ')]
}
