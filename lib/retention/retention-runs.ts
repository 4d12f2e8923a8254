import { database } from '#lib/database/client.ts'

const RUNS_SHOWN = 10

/** What the site deleted by itself, newest first: the last runs that deleted something. */
export function readRetentionRuns() {
  return database.retentionRun.findMany({
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: RUNS_SHOWN,
  })
}
