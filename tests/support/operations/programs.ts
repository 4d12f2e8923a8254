import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { createConnection } from 'node:net'
import { promisify } from 'node:util'
import { vi } from 'vitest'

const LISTENS_WITHIN_MS = 30_000

const FOLDERS = ['/usr/local/bin', '/usr/bin', '/usr/sbin', '/usr/lib/postgresql/15/bin']

/** Debian's packages that the tests of operations need; `npm test` needs none of them. */
export const PACKAGES = 'nginx-light pgbouncer postgresql-15 buildah debootstrap'

/**
 * Where Debian has put a program.
 * @throws Error with the command that installs it
 */
export function programPath(name: string) {
  const path = FOLDERS.map(folder => `${folder}/${name}`).find(isThere)
  if (path) return path
  throw new Error(`${name} is missing: apt-get install --no-install-recommends ${PACKAGES}`)
}

function isThere(path: string) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Runs a program to its end, as a user of this machine where root would be refused. */
export async function runProgram(name: string, options: string[], user?: User) {
  const { stdout } = await promisify(execFile)(programPath(name), options, { cwd: '/tmp', ...user })
  return stdout
}

export type User = { uid: number; gid: number }

/** The user of Debian's PostgreSQL: neither it nor its pooler runs as root. */
export async function postgresUser(): Promise<User> {
  const idOf = async (what: string) =>
    Number((await promisify(execFile)('id', [what, 'postgres'])).stdout)
  return { uid: await idOf('-u'), gid: await idOf('-g') }
}

/** A program that serves on a port of this machine. */
export type Serving = { process: ChildProcess; kill: () => Promise<void> }

/** Starts a program and waits until it listens. */
export async function serveProgram(
  name: string,
  options: string[],
  port: number,
  user?: User,
): Promise<Serving> {
  const process = spawn(programPath(name), options, { cwd: '/tmp', stdio: 'ignore', ...user })
  await vi.waitUntil(() => listens(port), { timeout: LISTENS_WITHIN_MS, interval: 50 })
  return { process, kill: () => killed(process) }
}

async function killed(process: ChildProcess) {
  if (process.exitCode !== null || process.signalCode !== null) return
  const end = once(process, 'exit')
  process.kill('SIGKILL')
  await end
}

async function listens(port: number) {
  const socket = createConnection({ port, host: '127.0.0.1' })
  const isOpen = await Promise.race([
    once(socket, 'connect').then(() => true),
    once(socket, 'error').then(() => false),
  ]).catch(() => false)
  socket.destroy()
  return isOpen
}
