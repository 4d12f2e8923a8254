/** What is known of an event: numbers, and codes of ours. Never what somebody typed, nor who it was. */
export type Facts = Record<string, string | number>

type Level = 'debug' | 'info' | 'warn' | 'error'

type EventKind = {
  level: Level
  /** Whether strangers can cause any number of them: a flood is counted instead of written. */
  mayFlood?: boolean
  /** Whether it is told in JSON alone: `npm start` tells people the same in its own words. */
  isForMachines?: boolean
  /** The sentence of the plain log; in JSON it stands under `message`. */
  says: (facts: Facts) => string
}

/**
 * Every event of the log, by its name (docs/operating.md holds the same table). A fact is a number or a code
 * of ours: names of fields, codes of errors, a place without a query.
 */
const KINDS = {
  'site-started': {
    level: 'info',
    isForMachines: true,
    says: ({ port, processes }) =>
      `The site listens on port ${port}, in so many web processes: ${processes}.`,
  },
  'legal-incomplete': {
    level: 'info',
    says: ({ file, fields }) =>
      `The pages on privacy and the legal notice do not say yet (${file}, legal): ${fields}.`,
  },
  'site-stopping': {
    level: 'info',
    isForMachines: true,
    says: () => 'The site stops: what is under way is answered.',
  },
  'site-stopped': { level: 'info', isForMachines: true, says: () => 'The site has stopped.' },
  'site-renewed': {
    level: 'info',
    says: () => 'The site goes on with its new version: each process was replaced.',
  },
  'process-ended': {
    level: 'error',
    says: ({ process, how }) =>
      `A process of the site ended by itself (${process}: ${how}): it is started anew.`,
  },
  'start-said': { level: 'info', says: ({ text }) => String(text) },
  'content-taken-up': {
    level: 'info',
    says: () => 'What changed in content/ is shown from now on.',
  },
  'content-refused': {
    level: 'error',
    says: () =>
      'What changed in content/ is not shown: the site goes on with what it showed before.',
  },
  'mail-kept': { level: 'info', says: ({ subject, url }) => `Mail: ${subject} ${url}` },
  'audit-checkpoint': {
    level: 'info',
    says: ({ head }) => `The audit log's newest record: ${head}`,
  },
  'request-refused': {
    level: 'warn',
    mayFlood: true,
    says: ({ status, method, place }) => `A request was refused with ${status}: ${method} ${place}`,
  },
  'request-failed': {
    level: 'error',
    mayFlood: true,
    says: ({ place, error, at }) => `A request failed: ${place} (${error}) ${at}`,
  },
  'form-refused': {
    level: 'info',
    mayFlood: true,
    says: ({ form, faults }) => `A form was refused: ${form} (${faults})`,
  },
  'rate-limited': {
    level: 'warn',
    mayFlood: true,
    says: ({ limit }) => `A rate limit was reached: ${limit}`,
  },
  'sign-in-failed': {
    level: 'warn',
    mayFlood: true,
    says: ({ step }) => `An organiser’s sign-in was refused at this step: ${step}`,
  },
  'signatures-not-kept': {
    level: 'error',
    says: ({ cause }) =>
      `Signatures cannot be kept (${cause}): people are asked to try again until the database answers.`,
  },
  'instances-differ': {
    level: 'warn',
    says: ({ what }) =>
      `Other instances of the site on this database differ (${what}): right during an update, wrong after it.`,
  },
  'clock-differs': {
    level: 'warn',
    says: ({ seconds }) =>
      `This machine’s clock differs from the database’s by ${seconds} s: codes of organisers’ sign-in may be refused. Set it right (NTP).`,
  },
  'database-unavailable': {
    level: 'error',
    says: () => 'The database does not answer: readers see what was known last.',
  },
  'database-back': {
    level: 'info',
    says: ({ seconds }) => `The database answers again, after ${seconds} s.`,
  },
  'mail-provider-failed': {
    level: 'warn',
    mayFlood: true,
    says: ({ outcome, code }) => `The mail provider took nothing of a call: ${outcome} (${code})`,
  },
  'mail-refused': {
    level: 'warn',
    mayFlood: true,
    says: ({ code, mails }) => `The mail provider refused mails for good: ${mails} (${code})`,
  },
  'counts-differed': {
    level: 'error',
    says: ({ differences }) => `Counts of signatures were wrong and were put right: ${differences}`,
  },
  'traces-not-sent': {
    level: 'warn',
    says: ({ packages }) =>
      `OTEL_EXPORTER_OTLP_ENDPOINT is set, but no traces are sent: these packages are missing: ${packages}.`,
  },
  'backup-made': {
    level: 'info',
    says: ({ file, bytes, deleted }) =>
      `The backup of the night was made: ${file}, ${bytes} bytes; old ones deleted: ${deleted}.`,
  },
  'job-failed': { level: 'error', says: ({ job }) => `A job could not be done: ${job}` },
  'webhook-forged': {
    level: 'warn',
    mayFlood: true,
    says: ({ outcome }) => `A call of the mail provider’s webhook was refused: ${outcome}`,
  },
  'program-said': { level: 'warn', mayFlood: true, says: ({ text }) => String(text) },
  'program-noted': { level: 'debug', mayFlood: true, says: ({ text }) => String(text) },
} satisfies Record<string, EventKind>

export type EventName = keyof typeof KINDS

export const EVENTS: Record<EventName, EventKind> = KINDS
