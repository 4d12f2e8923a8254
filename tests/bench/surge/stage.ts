import { type Client, openClient } from './client.ts'
import type { Mailboxes } from './mailbox.ts'
import { visitorAt } from './people.ts'
import type { Plan } from './plan.ts'
import { type Stopwatch, startStopwatch } from './stopwatch.ts'

const LANGUAGES = ['fr', 'en']

/** What the people of one run share. */
export interface Stage {
  plan: Plan
  client: Client
  /** Null where no mail is sent: the link comes with the answer. */
  mailboxes: Mailboxes | null
  stopwatch: Stopwatch
  /** Pages of the letter by language: each form is filled in as it stands there. */
  letters: Record<string, string>
  /** Whoever waits for a mail then goes home. */
  giveUp: AbortSignal
  /** Places of those whose form was accepted, and of those who were told that they have confirmed. */
  accepted: number[]
  confirmed: number[]
}

/**
 * Opens connections, and reads the letter once in each language.
 * @throws Error where it cannot be read
 */
export async function openStage(plan: Plan, mailboxes: Mailboxes | null, giveUp: AbortSignal) {
  const stopwatch = startStopwatch()
  const client = openClient(plan, stopwatch)
  const stage: Stage = {
    plan,
    client,
    mailboxes: plan.linkComesBy === 'mail' ? mailboxes : null,
    stopwatch,
    letters: await readLetters(client),
    giveUp,
    accepted: [],
    confirmed: [],
  }
  return stage
}

/** The letter as it stands, with the form that people fill in. */
async function readLetters(client: Client) {
  const pages = LANGUAGES.map(async language => {
    const request = { step: 'letter', path: `/${language}`, due: 0, expected: 200 } as const
    const answer = await client.ask({ ...request, from: visitorAt(0).from })
    if (!answer) throw new Error(`The letter /${language} cannot be read.`)
    return [language, answer.read()] as const
  })
  return Object.fromEntries(await Promise.all(pages))
}
