// A web process: the pages, and all that people and machines ask for over HTTP.
import { isIPv6 } from 'node:net'
import next from 'next'
import { cachedCampaignRun, forgetCampaignRun } from '#lib/campaign/campaign-cache.ts'
import { database } from '#lib/database/client.ts'
import { prepareHealthChecks } from '#lib/database/heartbeat.ts'
import { newestMigration } from '#lib/database/migrated.ts'
import { migrationNames } from '#lib/database/migration-files.ts'
import { env } from '#lib/env/env.ts'
import { isWithin } from '#lib/env/ip-networks.ts'
import { isDevelopment } from '#lib/env/is-development.ts'
import { shareRateLimits } from '#lib/security/rate-limits.ts'
import { endTakingForms } from '#lib/signatures/repeated-forms.ts'
import { forgetTally, readTally } from '#lib/signatures/tally.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { builtFolder } from '../bin/support/built.ts'
import { readKnownRequests } from '../bin/support/list-requests.ts'
import { followContent } from './content-changes.ts'
import { createDevelopmentServer } from './development.ts'
import { prepareFailurePages } from './failure-page.ts'
import { becomeMember } from './membership.ts'
import { joinMonitoring } from './metrics.ts'
import { keepOfferingBuild } from './other-builds.ts'
import { renderPage } from './own-request.ts'
import { forgetPages } from './page-cache.ts'
import { followPageChanges } from './page-changes.ts'
import { followLoad } from './page-lifetime.ts'
import { createSiteServer } from './pipeline.ts'
import type { Role } from './role.ts'
import { closeServer } from './server-limits.ts'
import { startTraces } from './traces.ts'

/**
 * Linux hands connections to whichever of several processes listens (SO_REUSEPORT, socket(7)), and those of one that
 * dies end with it. Elsewhere the primary takes them and passes them on (Node's cluster). One process alone shares it
 * too, with the one that takes its place; a start looks before whether the port is free (bin/support/free-port.ts).
 */
function sharingOfPort() {
  if (isDevelopment) return { exclusive: true }
  return { reusePort: process.platform === 'linux' }
}

/**
 * Serves the built site, on the port that it shares with the other web processes.
 * @param tellsOfContent whether its log says that content was taken up or refused: that of one process does
 * @throws Error with a sentence when it cannot
 */
export async function startWeb({ tellsOfContent = false } = {}): Promise<Role> {
  checkContent()
  shareRateLimits()
  newestMigration.name = migrationNames().at(-1) ?? ''
  joinMonitoring()
  const stop = new AbortController()
  const member = await becomeMember('web', stop.signal)
  await ensurePublished()
  await prepareHealthChecks()
  // A preview is private also where the database stops answering before the first visit.
  await cachedCampaignRun()
  const endTraces = await startTraces()
  const { app, server, prepare } = await startSite()
  // Known from the start on, also where the database falls silent before the first reader.
  readTally().catch(() => undefined)
  const following = [
    followPageChanges(stop.signal, forgetPages),
    followLoad(stop.signal),
    ...(isDevelopment
      ? []
      : [
          followContent(stop.signal, tellsOfContent, () => showContent(prepare)),
          keepOfferingBuild(stop.signal),
        ]),
    member.left,
  ]
  return {
    facts: {},
    end: async () => {
      await closeServer(server)
      stop.abort()
      await Promise.all([...following, endTakingForms()])
      await app.close()
      await endTraces()
      await database.$disconnect()
    },
  }
}

/** Pages, and what they show of the campaign, are made anew from the content that is served now. */
async function showContent(prepare: () => Promise<void>) {
  forgetCampaignRun()
  forgetTally()
  forgetPages()
  await prepare()
}

async function startSite() {
  // After a form Next asks itself for the page that follows, and would ask at https where a proxy
  // speaks for us.
  process.env.__NEXT_PRIVATE_ORIGIN = ownOrigin()
  // Next reads no .env by itself: bin/support/env-file.js has, for all of the site alike.
  process.env.__NEXT_PROCESSED_ENV = 'true'
  if (!isDevelopment) process.env.OPEN_LETTER_BUILD = builtFolder()
  // next.config.ts asks for it: Next alone, without the request guard and the workers, is not this site.
  process.env.OPEN_LETTER_SERVER = 'serve.ts'
  const app = next({ dev: isDevelopment, port: env.PORT })
  await app.prepare()
  const handle = app.getRequestHandler()
  const trustedProxies = { hops: env.TRUSTED_PROXY_HOPS, networks: env.TRUSTED_PROXIES }
  // Addresses are not known before they are compiled: what is no page is Next's to refuse then.
  const known = isDevelopment ? { routes: [], actions: {} } : readKnownRequests()
  const guard = { siteUrl: env.SITE_URL, trustedProxies, routes: known.routes }
  const server = isDevelopment
    ? createDevelopmentServer({ handle, guard })
    : createSiteServer({ handle, guard, known })
  const prepare = () => prepareFailurePages(path => renderPage(path, handle))
  if (!isDevelopment) await prepare()
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(new Error(sentenceFor(error))))
    server.listen({ port: env.PORT, host: env.HOST, ...sharingOfPort() }, resolve)
  })
  return { app, server, prepare }
}

/** Where this process reaches itself, or one like it. */
function ownOrigin() {
  if (isWithin(env.HOST, ['0.0.0.0', '::'])) return `http://127.0.0.1:${env.PORT}`
  return `http://${isIPv6(env.HOST) ? `[${env.HOST}]` : env.HOST}:${env.PORT}`
}

function sentenceFor(error: NodeJS.ErrnoException) {
  if (error.code === 'EADDRINUSE') {
    return `Port ${env.PORT} is taken by another program. Choose one: PORT=${env.PORT + 1} npm start`
  }
  return error.message
}
