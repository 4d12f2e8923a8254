import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { runtimeFolderOf } from '../../lib/database/embedded/runtime-folder.js'
import { checkout } from './checkout.js'

// The system closes a socket when its process dies, however it dies: nothing stale can claim that
// the site runs.

/**
 * @typedef {object} RunningSite
 * @property {string} site its address
 * @property {boolean} isReady false while it is still being prepared
 * @property {string} [keyId] id of the key that it works under, once that is known
 * @property {string} [build] folder of the build that it serves
 */

/** @returns {Promise<RunningSite | null>} the site of this checkout that runs, if one does */
export function findRunningSite() {
  return new Promise(resolve => {
    let said = ''
    connect(path())
      .on('data', data => {
        said += data
      })
      .on('end', () => resolve(said === '' ? null : JSON.parse(said)))
      .on('error', () => resolve(null))
  })
}

/**
 * Says from now on that the site of this checkout runs.
 * @param {() => RunningSite} currentState asked each time somebody wants to know
 * @returns {Promise<{ close: () => void }>}
 * @throws {Error} when another process says so already
 */
export async function announceSite(currentState) {
  const server = createServer(socket =>
    socket.on('error', () => {}).end(JSON.stringify(currentState())),
  )
  if (!(await findRunningSite())) rmSync(path(), { force: true })
  await new Promise((resolve, reject) => {
    server.on('error', reject).listen(path(), () => resolve(undefined))
  })
  server.unref()
  return { close: () => server.close() }
}

/**
 * Lets the site that runs go on with the sources and the build that are there now.
 * @returns {Promise<string>} one sentence that says why it could not; none where it did
 */
export function renewRunningSite() {
  return new Promise((resolve, reject) => {
    let said = ''
    connect(renewalPath())
      .on('data', data => {
        said += data
      })
      .on('end', () => resolve(said))
      .on('error', reject)
  })
}

/**
 * Renews the site of this process whenever somebody asks for it.
 * @param {() => Promise<string>} renew resolves to a sentence where it could not
 */
export async function answerRenewals(renew) {
  const server = createServer(async socket => {
    socket.on('error', () => {}).end(await renew())
  })
  rmSync(renewalPath(), { force: true })
  await new Promise((resolve, reject) => {
    server.on('error', reject).listen(renewalPath(), () => resolve(undefined))
  })
  server.unref()
}

/**
 * @param {RunningSite} running
 * @returns {string} one sentence
 */
export function alreadyRuns({ site, isReady }) {
  return isReady
    ? `The site of this checkout already runs: ${site}`
    : `The site of this checkout is already being started: it will be at ${site}`
}

function renewalPath() {
  return join(runtimeFolderOf(checkout), 'renew.sock')
}

function path() {
  return join(runtimeFolderOf(checkout), 'site.sock')
}
