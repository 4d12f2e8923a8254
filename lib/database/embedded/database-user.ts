import { readFileSync, statSync } from 'node:fs'

export interface SystemUser {
  uid: number
  gid: number
}

const NOBODY: SystemUser = { uid: 65_534, gid: 65_534 }

/**
 * Whom PostgreSQL runs as: it refuses root, so root lends it the user that owns the cluster, or
 * `nobody` for a new one. Undefined: as whoever runs this process.
 * @throws Error with a sentence when the cluster belongs to a user we cannot become.
 */
export function databaseUser(cluster: string): SystemUser | undefined {
  const owner = ownerOf(cluster)
  if (process.getuid?.() === 0) return owner && owner.uid !== 0 ? owner : nobody()
  if (owner && owner.uid !== process.getuid?.()) throw belongsToAnother(cluster)
  return undefined
}

function ownerOf(cluster: string) {
  try {
    return statSync(cluster, { throwIfNoEntry: false })
  } catch {
    throw belongsToAnother(cluster)
  }
}

function belongsToAnother(cluster: string) {
  return new Error(
    `The database in ${cluster} belongs to another user: start as that user, or as root.`,
  )
}

function nobody(): SystemUser {
  const line = readFileSync('/etc/passwd', 'utf8').match(/^nobody:[^:]*:(-?\d+):(-?\d+):/m)
  if (!line) return NOBODY
  // macOS writes -2 for 4294967294.
  return { uid: Number(line[1]) >>> 0, gid: Number(line[2]) >>> 0 }
}
