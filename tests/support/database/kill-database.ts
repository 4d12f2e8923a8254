import { runningServer } from '#lib/database/embedded/postmaster.ts'
import { clusterOf } from './data-folder.ts'

/**
 * Ends the PostgreSQL of a data folder by kill -9.
 * @throws where none runs: 0 in place of its number would stand for the tests themselves.
 */
export function killDatabaseOf(dataFolder: string) {
  const server = runningServer(clusterOf(dataFolder))
  if (server === null) throw new Error(`No PostgreSQL runs on ${dataFolder}.`)
  process.kill(server, 'SIGKILL')
}
