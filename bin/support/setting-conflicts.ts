import { isAbsolute } from 'node:path'
import type { env as environment } from '#lib/env/env.ts'
import { isMailProvider } from '#lib/signatures/trust/mail-providers.ts'
import { senderDomain } from '#lib/text/sender-domain.ts'

type Settings = typeof environment
type Variables = Record<string, string | undefined>

/** What does not work together: a start refuses the one and tells the other. */
export type Conflicts = { refused: string[]; warned: string[] }

/** Hosts without processes that stay: mails would wait, and nothing would be counted. */
const WITHOUT_PROCESSES: Record<string, string> = {
  VERCEL: 'Vercel',
  NETLIFY: 'Netlify',
  AWS_LAMBDA_FUNCTION_NAME: 'AWS Lambda',
}

/** Hosts whose disk is emptied with each start, and which have no other. */
const WITHOUT_DISK: Record<string, string> = { DYNO: 'Heroku', K_SERVICE: 'Google Cloud Run' }

/** Hosts whose disk is emptied with each deployment, but for a volume that one mounts. */
const WITH_VOLUMES: Record<string, string> = {
  RENDER: 'Render',
  RAILWAY_ENVIRONMENT: 'Railway',
  RAILWAY_ENVIRONMENT_NAME: 'Railway',
  FLY_APP_NAME: 'Fly.io',
}

/**
 * Finds settings that make sense alone and not together. Refused is what would lose signatures or lock people out without
 * a word; warned is what may be meant so.
 */
export function findSettingConflicts(env: Settings, variables: Variables): Conflicts {
  return {
    refused: [proxyMissing(env), diskThatEnds(env, variables), senderWithoutDomain(env)].flat(),
    warned: [senderOfProvider(env), embeddedBesideOthers(env, variables)].flat(),
  }
}

function proxyMissing({ SITE_URL, TRUSTED_PROXY_HOPS }: Settings) {
  const { protocol, hostname } = new URL(SITE_URL)
  if (protocol !== 'https:' || isThisMachine(hostname) || TRUSTED_PROXY_HOPS > 0) return []
  return [
    'SITE_URL is https, so a proxy stands in front of the site, and TRUSTED_PROXY_HOPS is 0: everyone would seem to ' +
      'come from one address, and be refused after a few signatures. Set TRUSTED_PROXY_HOPS=1, or as many proxies as there are.',
  ]
}

function diskThatEnds(env: Settings, variables: Variables) {
  const found = (hosts: Record<string, string>) =>
    Object.keys(hosts).flatMap(name => (variables[name] ? (hosts[name] ?? []) : []))[0]
  const serverless = found(WITHOUT_PROCESSES)
  if (serverless)
    return [
      `${serverless} has no processes that stay, which mails and counts need: choose another host.`,
    ]
  const keepsNothingHere = env.DATABASE_URL && env.APP_SECRET
  const diskless = found(WITHOUT_DISK)
  if (diskless && !keepsNothingHere)
    return [`The disk of ${diskless} is emptied at each start: set DATABASE_URL and APP_SECRET.`]
  const host = found(WITH_VOLUMES)
  if (!host || keepsNothingHere || isAbsolute(env.DATA_FOLDER)) return []
  return [
    `The disk of ${host} is emptied at each deployment: mount a volume and set DATA_FOLDER to its path, or set ` +
      'DATABASE_URL and APP_SECRET.',
  ]
}

function senderWithoutDomain({ MAIL_FROM, SMTP_URL }: Settings) {
  const domain = senderDomain(MAIL_FROM)
  const isAtHome = SMTP_URL !== undefined && isThisMachine(new URL(SMTP_URL).hostname)
  if (domain === null || domain.includes('.') || isAtHome) return []
  return [
    `MAIL_FROM has no domain that the world knows (${domain}): give an address of your own domain.`,
  ]
}

function senderOfProvider({ MAIL_FROM }: Settings) {
  const domain = senderDomain(MAIL_FROM)
  if (domain === null || !isMailProvider(domain)) return []
  return [
    `MAIL_FROM is an address of ${domain}, which others may not send from in your name: most mails will be taken for ` +
      'spam. Give an address of your own domain.',
  ]
}

function embeddedBesideOthers({ DATABASE_URL }: Settings, variables: Variables) {
  if (DATABASE_URL || !variables.KUBERNETES_SERVICE_HOST) return []
  return [
    'The embedded database serves one instance alone: with more than one replica, set DATABASE_URL.',
  ]
}

/** RFC 6761, section 6.3, and the addresses of the loopback. */
function isThisMachine(hostname: string) {
  return /^(localhost|.*\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
}
