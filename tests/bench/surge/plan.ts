/** What one signatory does, in order; `letter` is what ten readers do meanwhile. */
export const STEPS = ['letter', 'sign', 'open', 'press', 'thanks', 'list'] as const

export type Step = (typeof STEPS)[number]

/** Readers of the letter for each signatory. */
export const READERS_PER_SIGNATORY = 10

/** What 95 of 100 answers must stay below, in milliseconds from when each request was due. */
export const P95_LIMITS_MS: Record<Step, number> = {
  letter: 300,
  sign: 800,
  open: 800,
  press: 800,
  thanks: 300,
  list: 300,
}

/** The same from the answer to a form until its mail is in the mailbox: the outbox must keep up. */
export const MAIL_P95_LIMIT_MS = 10_000

/** Where the crowd goes, and how large it is. */
export interface Plan {
  /** Where the server listens: such as http://localhost:4711 */
  url: string
  /** The origin that its pages were built for: what a browser sees. */
  siteUrl: string
  /** Tells the signatories of this run from those of others. */
  run: string
  /** Signatories who arrive each second. */
  perSecond: number
  seconds: number
  /** With so many seconds' worth of requests unanswered no more arrive; 3 unless told otherwise. */
  hopelessSeconds?: number
  /** Requests that are due within the first seconds are not counted in the times. */
  warmUpSeconds: number
  /** How the link reaches her: by mail, or at once in the answer of the bare server, which sends no mail. */
  linkComesBy: 'mail' | 'answer'
  /** Whether processes are killed meanwhile: a connection that breaks is then no surprise. */
  mayBreak?: boolean
}

/** Milliseconds. */
export interface Times {
  answers: number
  p50: number
  p95: number
  p99: number
}

/** What a run came to. */
export interface SurgeResult {
  perSecond: number
  /** Whether arrivals ended early, because answers took seconds already. */
  wasGivenUp: boolean
  arrived: number
  /** Chains that came to their end. */
  finished: number
  steps: Record<Step, Times>
  /** From the answer to a form until its mail was in the mailbox. */
  mail: Times
  /** Answers with another status than the expected one, and requests without any: how many of each. */
  odd: Record<string, number>
  /** Connections that broke while processes were killed. */
  broken: number
  /** Places of the signatories who were told that their form was accepted. */
  accepted: number[]
  /** Presses that were answered as confirmed. */
  confirmed: number
  mails: { received: number; twice: number }
  /** Share of one core that the load generator took. */
  generatorCores: number
}
