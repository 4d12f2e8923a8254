import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf, isAlive } from './process-identity.ts'

/**
 * Lease of this process on the database, until `end()` or its death. Call it `alone`. `areOthersAlive()` tells
 * whether any other living process has one.
 */
export function takeLease(runtimeFolder: string) {
  const folder = join(runtimeFolder, 'leases')
  mkdirSync(folder, { recursive: true })
  const lease = join(folder, randomUUID())
  writeFileSync(lease, identityOf(process.pid) ?? '')
  return {
    end: () => rmSync(lease, { force: true }),
    areOthersAlive: () => livingLeases(folder).some(other => other !== lease),
  }
}

function livingLeases(folder: string) {
  return readdirSync(folder)
    .map(name => join(folder, name))
    .filter(lease => {
      const lives = isAlive(readFileSync(lease, 'utf8'))
      if (!lives) rmSync(lease, { force: true })
      return lives
    })
}
