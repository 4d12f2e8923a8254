import { spawn } from 'node:child_process'
import { closeSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { POSTGRES_ENVIRONMENT } from './environment.ts'
import type { DatabaseFolders } from './folders.ts'

export interface ServerPlace extends DatabaseFolders {
  /** Folder of its unix socket; belongs to the user PostgreSQL runs as. */
  socketFolder: string
  /** File that takes PostgreSQL's own messages, anew at each start. */
  log: string
}

const SETTINGS = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // A failed statement quotes what people typed: it stays out of the log.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
}

/** Starts the process, without waiting until it takes connections. */
export function launch({ bin, cluster, socketFolder, user, log }: ServerPlace) {
  // Not merely emptied: another user may have written the last one.
  rmSync(log, { force: true })
  const output = openSync(log, 'w', 0o600)
  const settings = { ...SETTINGS, unix_socket_directories: socketFolder }
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(join(bin, 'postgres'), ['-D', cluster, ...options], {
    ...user,
    cwd: '/',
    // A session of its own: Ctrl-C on the terminal must not reach it before the site has stopped.
    detached: true,
    stdio: ['ignore', output, output],
    env: POSTGRES_ENVIRONMENT,
  })
  closeSync(output)
  let isAlive = server.pid !== undefined
  server.on('error', () => {
    isAlive = false
  })
  server.on('exit', () => {
    isAlive = false
  })
  return { isAlive: () => isAlive, letGo: () => server.unref() }
}
