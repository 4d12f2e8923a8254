import { chownSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { freePort } from '../site/free-port.ts'
import { postgresUser, runProgram, type Serving, serveProgram, type User } from './programs.ts'

const READY_WITHIN_MS = 30_000

/** Debian's PostgreSQL in a folder of its own. */
export type Postgres = { folder: string; port: number; url: string; user: User; server: Serving }

/** An empty PostgreSQL that may be followed by a standby. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const user = await postgresUser()
  makeFolder(folder, user)
  const how = ['--auth=trust', '--username=postgres', '--locale=C.UTF-8', '--encoding=UTF8']
  await runProgram('initdb', ['--pgdata', folder, ...how], user)
  return servePostgres(folder, user)
}

/** A standby that follows a primary by streaming replication, and confirms what was written. */
export async function startStandby(folder: string, primary: Postgres): Promise<Postgres> {
  const { user, port } = primary
  makeFolder(folder, user)
  const from = ['-h', '127.0.0.1', '-p', String(port), '-U', 'postgres']
  await runProgram(
    'pg_basebackup',
    [...from, '-D', folder, '-R', '-X', 'stream', '-c', 'fast'],
    user,
  )
  return servePostgres(folder, user)
}

/** Makes a standby the primary. */
export async function promote({ folder, user }: Postgres) {
  await runProgram('pg_ctl', ['promote', '-D', folder, '-w'], user)
}

async function servePostgres(folder: string, user: User): Promise<Postgres> {
  const port = await freePort()
  const options = ['-D', folder, '-p', String(port), '-k', folder, '-c', 'max_connections=200']
  const server = await serveProgram('postgres', options, port, user)
  await vi.waitUntil(() => isReady(port), { timeout: READY_WITHIN_MS, interval: 100 })
  return { folder, port, user, server, url: `postgresql://postgres@127.0.0.1:${port}/postgres` }
}

/** It listens before it has read its log. */
function isReady(port: number) {
  const answer = runProgram('pg_isready', ['-q', '-h', '127.0.0.1', '-p', String(port)])
  return answer.then(
    () => true,
    () => false,
  )
}

function makeFolder(folder: string, { uid, gid }: User) {
  mkdirSync(folder, { mode: 0o700 })
  chownSync(folder, uid, gid)
}

/** PgBouncer before a PostgreSQL, in transaction mode; `lead` leads its clients to another one. */
export async function startPooler(folder: string, first: Postgres) {
  const port = await freePort()
  mkdirSync(folder)
  chownSync(folder, first.user.uid, first.user.gid)
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(file, settings(first, port))
  const server = await serveProgram('pgbouncer', ['-q', file], port, first.user)
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    lead: (to: Postgres) => {
      writeFileSync(file, settings(to, port))
      server.process.kill('SIGHUP')
    },
    /** It takes connections still, and says nothing. */
    hang: () => server.process.kill('SIGSTOP'),
    goOn: () => server.process.kill('SIGCONT'),
    stop: server.kill,
  }
}

const settings = (database: Postgres, port: number) => `[databases]
postgres = host=127.0.0.1 port=${database.port} dbname=postgres user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 500
default_pool_size = 40
server_login_retry = 1
server_connect_timeout = 2
`

/** nginx before several instances, as docs/scaling.md has it; who comes says herself from where, as behind a CDN. */
export async function startBalancer(folder: string, ports: number[]) {
  const port = await freePort()
  mkdirSync(folder)
  const file = join(folder, 'nginx.conf')
  writeFileSync(file, balancerSettings(folder, port, ports))
  const server = await serveProgram('nginx', ['-p', folder, '-c', file], port)
  return {
    port,
    /** Leads to other instances from now on; what is under way is answered by those of before. */
    lead: (to: number[]) => {
      writeFileSync(file, balancerSettings(folder, port, to))
      server.process.kill('SIGHUP')
    },
    stop: async () => {
      server.process.kill('SIGTERM')
    },
  }
}

function balancerSettings(folder: string, port: number, ports: number[]) {
  const upstreams = ports.map(each => `server 127.0.0.1:${each} max_fails=1 fail_timeout=2s;`)
  return `daemon off; pid ${folder}/pid; error_log /dev/null;
events { worker_connections 1024; }
http {
  access_log off;
  upstream site { ${upstreams.join(' ')} }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://site;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $http_host;
    }
  }
}`
}
