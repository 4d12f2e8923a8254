import { database } from '#lib/database/client.ts'

const MOST_SHOWN = 20

/** The newest exports from the console, first. */
export function listExports() {
  return database.exportRun.findMany({ orderBy: { id: 'desc' }, take: MOST_SHOWN })
}
