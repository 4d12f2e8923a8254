import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { identityOf, isAlive } from './process-identity.ts'

const RETRY_MS = 25

/**
 * Runs `work` while no other process runs its own under the same folder. The lock of a process that
 * died is taken over. Not for use inside itself: it would wait for ever.
 */
export async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'lock')
  while (!take(lock)) await delay(RETRY_MS)
  try {
    return await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take(lock: string) {
  const mine = `${lock}.${process.pid}`
  writeFileSync(mine, identityOf(process.pid) ?? '')
  try {
    // Unlike creating and then writing, a link appears together with its content.
    linkSync(mine, lock)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    removeIfDead(lock)
    return false
  } finally {
    rmSync(mine, { force: true })
  }
}

function removeIfDead(lock: string) {
  const holder = read(lock)
  if (holder === null || isAlive(holder)) return
  const aside = `${lock}.dead.${process.pid}`
  try {
    renameSync(lock, aside)
    // Somebody quicker may have taken over in between: theirs goes back.
    if (read(aside) !== holder) linkSync(aside, lock)
  } catch {
    return
  } finally {
    rmSync(aside, { force: true })
  }
}

function read(file: string) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
