import { execFileSync } from 'node:child_process'
import { databaseFolders } from '#lib/database/embedded/folders.ts'
import { runningServer } from '#lib/database/embedded/postmaster.ts'
import { applyMigrations } from '#lib/database/migrations.ts'
import { openDatabase } from '#lib/database/open-database.ts'
import { makeDataFolder } from './data-folder.ts'

/** A PostgreSQL of a test's own, which can be made to hang: its processes are stopped, not ended. */
export async function startStoppableDatabase() {
  const { dataFolder, remove } = makeDataFolder()
  const { url, applicationUrl, release, restart } = await openDatabase({ DATA_FOLDER: dataFolder })
  await applyMigrations(url)
  const send = (signal: NodeJS.Signals) => {
    for (const process_ of processesOf(dataFolder)) process.kill(process_, signal)
  }
  return {
    url,
    applicationUrl,
    hang: () => send('SIGSTOP'),
    goOn: () => send('SIGCONT'),
    /** As when the machine has no memory left. */
    kill: () => send('SIGKILL'),
    restart,
    remove: async () => {
      send('SIGCONT')
      await release()
      remove()
    },
  }
}

/** The server's main process and all that it started. */
function processesOf(dataFolder: string) {
  const main = runningServer(databaseFolders(dataFolder).cluster)
  if (main === null) return []
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
  const pairs = all
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  return [main, ...pairs.flatMap(([pid, parent]) => (parent === main && pid ? [pid] : []))]
}
