import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'

// Plain JavaScript: bin/start.js reads it on whatever Node the machine has, before anything is
// installed. In /tmp because a unix socket's path may have 107 bytes at most, and a checkout's path
// may be longer; not in $TMPDIR, so that every process finds the same folder.

const RUNTIME_ROOT = '/tmp'
const HASH_DIGITS = 12

/**
 * The folder of sockets and locks that belongs to a folder (a checkout, a data folder) and a user.
 * @param {string} owner path of the folder it belongs to; must exist
 * @param {number} [uid] user whose folder it is: this process's user when left out
 * @returns {string} absolute path; nothing is created
 */
export function runtimeFolderOf(owner, uid = currentUser()) {
  const hash = createHash('sha256').update(realpathSync(owner)).digest('hex')
  return `${RUNTIME_ROOT}/open-letter-${uid}-${hash.slice(0, HASH_DIGITS)}`
}

/**
 * Makes that folder, for its user alone, unless it is there.
 * @param {string} owner path of the folder it belongs to; must exist
 * @param {{ uid: number, gid: number }} [user] for root: the user that shall own it
 * @returns {string} absolute path
 * @throws {Error} with a sentence when somebody else made a folder of that name
 */
export function makeRuntimeFolder(owner, user) {
  const uid = user?.uid ?? currentUser()
  const folder = runtimeFolderOf(owner, uid)
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (user) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} was made by somebody else: remove it, then try again.`)
  }
  return folder
}

function currentUser() {
  return process.getuid?.() ?? 0
}
