import { gauge } from '#lib/monitoring/metrics.ts'
import { readSiteCounts, type SiteCounts } from '#lib/overview/read-site-counts.ts'
import { couldKeepSignature } from '#lib/signatures/try-to-keep.ts'
import { SECOND_MS } from '#lib/time/time-spans.ts'

/** Several who scrape, or one who does so often, cost one reading of the database. */
const BELIEVED_MS = 10 * SECOND_MS

let reading: Promise<SiteCounts | null> | undefined
let readAt = 0

/** Measures the site as its database has it, at the moment of a scrape: the worker does, and nobody else. */
export function measureSite() {
  const show = (name: string, help: string, labelNames: string[], values: Values) => {
    gauge({
      name,
      help,
      labelNames,
      async collect() {
        const counts = await recentCounts()
        // While the database is silent, what was known last.
        if (!counts) return
        this.reset()
        for (const [labels, value] of values(counts)) this.set(labels, value)
      },
    })
  }
  for (const [name, { help, labels, values }] of Object.entries(OF_SITE))
    show(name, help, labels, values)
  gauge({
    name: 'open_letter_signature_could_be_kept',
    help: 'Whether a signature that is written and rolled back, once a minute, went well.',
    async collect() {
      this.set(Number(await couldKeepSignature()))
    },
  })
}

type Values = (counts: SiteCounts) => [Record<string, string>, number][]

const OF_SITE: Record<string, { help: string; labels: string[]; values: Values }> = {
  open_letter_signatures: {
    help: 'Signatures by state.',
    labels: ['state'],
    values: ({ signatures }) => Object.entries(signatures).map(([state, n]) => [{ state }, n]),
  },
  open_letter_outbox_mails: {
    help: 'Mails that wait or are under way, by the longest that they have been waiting: 1m, 10m, 1h, 1d, older.',
    labels: ['age'],
    values: ({ outbox }) => Object.entries(outbox).map(([age, n]) => [{ age }, n]),
  },
  open_letter_outbox_oldest_due_seconds: {
    help: 'Age of the oldest mail that is due.',
    labels: [],
    values: ({ oldestDueSeconds }) => [[{}, oldestDueSeconds]],
  },
  open_letter_mails_failed: {
    help: 'Mails that were given up.',
    labels: [],
    values: ({ failedMails }) => [[{}, failedMails]],
  },
  open_letter_backup_last_success_timestamp_seconds: {
    help: 'When the last nightly backup was whole; 0 before the first one.',
    labels: [],
    values: ({ backup }) => (backup?.at ? [[{}, backup.at.getTime() / SECOND_MS]] : []),
  },
  open_letter_backup_bytes: {
    help: 'Size of the last nightly backup.',
    labels: [],
    values: ({ backup }) => (backup ? [[{}, backup.bytes]] : []),
  },
  open_letter_counts_differed: {
    help: 'Counts that the last nightly comparison found wrong, and put right.',
    labels: [],
    values: ({ countsDiffered }) => [[{}, countsDiffered]],
  },
}

function recentCounts() {
  if (!reading || Date.now() - readAt > BELIEVED_MS) {
    readAt = Date.now()
    reading = readSiteCounts().catch(() => null)
  }
  return reading
}
