import { accessSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { APPLICATION_ROLE } from '../application-role.ts'
import { withDatabaseName } from '../connection-string.ts'
import { limitsFor } from '../time-limits.ts'
import { createCluster } from './create-cluster.ts'
import { databaseFolders } from './folders.ts'
import type { ServerPlace } from './launch.ts'
import { takeLease } from './leases.ts'
import { alone } from './mutex.ts'
import { applicationPassword, databasePassword } from './password.ts'
import { runningServer } from './postmaster.ts'
import { makeRuntimeFolder } from './runtime-folder.js'
import { startServer, stopServer } from './server.ts'

const NAME = 'open_letter'
const OWNER = 'postgres'

/**
 * Starts the PostgreSQL of a data folder, or joins the one that runs there already. The last process
 * that lets go of it stops it.
 * @param folder the data folder; made when missing
 * @throws Error with a sentence when it cannot be made or does not start
 */
export async function openEmbeddedDatabase(folder: string) {
  const dataFolder = makeDataFolder(folder)
  const runtimeFolder = makeRuntimeFolder(dataFolder, ownerSeenByRoot(dataFolder))
  return alone(runtimeFolder, async () => {
    const lease = takeLease(runtimeFolder)
    try {
      const { place, password } = prepare(dataFolder)
      const server = urlOf(place.socketFolder, OWNER, password)
      await startServer(place, server)
      const applicationKey = applicationPassword(dataFolder)
      await createDatabaseAndRole(server, applicationKey)
      const application = urlOf(place.socketFolder, APPLICATION_ROLE, applicationKey)
      let isReleased = false
      const hasEnded = () => !isReleased && runningServer(place.cluster) === null
      const restart = async () => {
        if (!hasEnded()) return false
        return alone(runtimeFolder, async () => {
          const isMissing = hasEnded()
          if (isMissing) await startServer(place, server)
          return isMissing
        })
      }
      const release = () =>
        alone(runtimeFolder, async () => {
          isReleased = true
          lease.end()
          if (!lease.areOthersAlive()) await stopServer(place.cluster)
        })
      return {
        url: withDatabaseName(server, NAME),
        applicationUrl: withDatabaseName(application, NAME),
        restart,
        release,
      }
    } catch (error) {
      lease.end()
      throw error
    }
  })
}

function makeDataFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    accessSync(folder, constants.W_OK)
    return realpathSync(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`The data folder ${resolve(folder)} cannot be written (${code}).`)
  }
}

// Root and the owner of the data folder must find each other's leases.
function ownerSeenByRoot(dataFolder: string) {
  return process.getuid?.() === 0 ? statSync(dataFolder) : undefined
}

function prepare(dataFolder: string): { place: ServerPlace; password: string } {
  const folders = databaseFolders(dataFolder)
  const password = databasePassword(dataFolder, folders.cluster)
  createCluster(folders, password)
  const socketFolder = makeRuntimeFolder(dataFolder, folders.user)
  const log = join(dataFolder, 'postgresql.log')
  return { place: { ...folders, socketFolder, log }, password }
}

function urlOf(socketFolder: string, role: string, password: string) {
  return `postgresql://${role}:${password}@localhost/postgres?host=${socketFolder}`
}

async function createDatabaseAndRole(server: string, applicationKey: string) {
  const client = new pg.Client({ connectionString: server, ...limitsFor('request') })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [NAME])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${NAME}`)
    await keepRole(client, applicationKey)
  } finally {
    await client.end()
  }
}

async function keepRole(client: pg.Client, password: string) {
  const found = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APPLICATION_ROLE])
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER'
  const secret = client.escapeLiteral(password)
  await client.query(`${verb} ROLE ${APPLICATION_ROLE} LOGIN PASSWORD ${secret}`)
}
