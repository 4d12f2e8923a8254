import { isIP } from 'node:net'
import { z } from 'zod'
import { isNetwork, TRUSTED_BY_DEFAULT } from './ip-networks.ts'
import { withSecretFiles } from './secret-files.ts'

const siteUrl = z
  .url({ protocol: /^https?$/, error: 'must be an address such as https://letter.example.org' })
  .refine(url => !URL.canParse(url) || new URL(url).pathname === '/', 'must have no path')
  .transform(url => new URL(url).origin)

/** Several while one takes over from the other, with a space or a comma between them. */
const webhookSecrets = z
  .string()
  .transform(text => text.split(/[\s,]+/).filter(Boolean))
  .pipe(z.array(z.string().regex(/^whsec_[A-Za-z0-9+/]+=*$/, 'must start with whsec_')))

const databaseUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')

const SHORTEST_SECRET = 32

/** Of backups: a few words of a list, or a line of letters, for a stolen file is opened by trying. */
export const SHORTEST_PASSPHRASE = 16

/** It opens numbers, and nothing of a person. */
const SHORTEST_METRICS_TOKEN = 16

function aSecretOf(characters: number) {
  return z.string().min(characters, `must have ${characters} characters or more`)
}

/** What APP_SECRET was before, newest first; one that holds a space is written in base64 after `base64:`. */
const previousSecrets = z
  .string()
  .transform(text => text.split(/\s+/).filter(Boolean).map(decodeSecret))
  .pipe(
    z.array(
      z.string().min(SHORTEST_SECRET, `must hold secrets of ${SHORTEST_SECRET} characters or more`),
    ),
  )

/** With spaces or commas between them. */
const networks = z
  .string()
  .transform(text => text.split(/[\s,]+/).filter(Boolean))
  .refine(list => list.every(isNetwork), 'must hold networks such as private or 192.0.2.0/24')

/** Public keys of age (age-encryption.org/v1). */
const recipients = z
  .string()
  .transform(text => text.split(/[\s,]+/).filter(Boolean))
  .refine(list => list.every(key => /^age1[a-z0-9]+$/.test(key)), 'must hold age keys (age1…)')

/** `letter@example.org`, alone or as `A name <letter@example.org>` (RFC 5322, section 3.4). */
const ADDRESS = String.raw`[^\s<>@]+@[^\s<>@]+`
const SENDER = new RegExp(String.raw`^(${ADDRESS}|[^<>\p{Cc}]*<${ADDRESS}>)$`, 'u')

const MOST_MAILS = 100_000_000

/** More cores than that are better spent on several machines. */
const MOST_WEB_PROCESSES = 64

function aNumberOf(what: string, most: number) {
  return z.coerce
    .number({ error: `must be a number of ${what}` })
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(most, `must be ${most} or less`)
}

const port = z.coerce
  .number({ error: 'must be a port number' })
  .int('must be a whole number')
  .min(1, 'must be 1 or more')
  .max(65_535, 'must be 65535 or less')

const environment = z
  .object({
    DATABASE_URL: databaseUrl.optional(),
    DATABASE_MIGRATION_URL: databaseUrl.optional(),
    SITE_URL: siteUrl.optional(),
    PORT: port.default(3000),
    HOST: z
      .string()
      .refine(host => isIP(host) > 0, 'must be an address such as 127.0.0.1 or 0.0.0.0')
      .default('127.0.0.1'),
    PROCESSES: z
      .enum(['all', 'web', 'worker'], { error: 'must be all, web or worker' })
      .default('all'),
    WEB_CONCURRENCY: aNumberOf('web processes', MOST_WEB_PROCESSES).optional(),
    RESEND_API_KEY: z.string().optional(),
    RESEND_BASE_URL: z
      .url({ protocol: /^https?$/, error: 'must be an address' })
      .default('https://api.resend.com'),
    RESEND_WEBHOOK_SECRET: webhookSecrets.optional(),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/[^\s/]+/, {
        error: 'must start with smtp:// or smtps://',
        abort: true,
      })
      .optional(),
    MAIL_RATE_PER_SECOND: aNumberOf('calls', 1_000).default(5),
    MAIL_PER_MINUTE: aNumberOf('mails', MOST_MAILS).default(6_000),
    MAIL_PER_HOUR: aNumberOf('mails', MOST_MAILS).default(150_000),
    MAIL_PER_DAY: aNumberOf('mails', MOST_MAILS).default(500_000),
    MAIL_FROM: z.string().regex(SENDER, 'must hold an e-mail address').optional(),
    APP_SECRET: aSecretOf(SHORTEST_SECRET).optional(),
    APP_SECRET_PREVIOUS: previousSecrets.default([]),
    TRUSTED_PROXY_HOPS: z.coerce
      .number({ error: 'must be a number' })
      .int('must be a whole number')
      .min(0, 'must be 0 or more')
      .max(10, 'must be 10 or less')
      .default(0),
    TRUSTED_PROXIES: networks.default(TRUSTED_BY_DEFAULT),
    DATA_FOLDER: z.string().default('.data'),
    CONTENT_FOLDER: z.string().default('content'),
    LOCALES_FOLDER: z.string().default('locales'),
    /** Set by the site for its own processes: the build that all of them serve. */
    OPEN_LETTER_BUILD: z.string().optional(),
    BACKUP_FOLDER: z.string().optional(),
    BACKUP_RECIPIENT: recipients.optional(),
    BACKUP_PASSPHRASE: aSecretOf(SHORTEST_PASSPHRASE).optional(),
    NEW_DATABASE_URL: databaseUrl.optional(),
    NEW_DATABASE_MIGRATION_URL: databaseUrl.optional(),
    OTEL_EXPORTER_OTLP_ENDPOINT: z
      .url({ protocol: /^https?$/, error: 'must be an address' })
      .optional(),
    METRICS_TOKEN: aSecretOf(SHORTEST_METRICS_TOKEN).optional(),
    METRICS_PORT: port.optional(),
    LOG_FORMAT: z.enum(['plain', 'json'], { error: 'must be plain or json' }).optional(),
    LOG_LEVEL: z
      .enum(['debug', 'info', 'warn', 'error', 'silent'], {
        error: 'must be debug, info, warn, error or silent',
      })
      .optional(),
  })
  .refine(({ RESEND_API_KEY, MAIL_FROM }) => !RESEND_API_KEY || MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'is needed with RESEND_API_KEY: the address that mails come from',
  })
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ['MAIL_FROM'],
    error: 'is needed with SMTP_URL: the address that mails come from',
  })
  .refine(
    ({ BACKUP_FOLDER, BACKUP_RECIPIENT, BACKUP_PASSPHRASE }) =>
      !BACKUP_FOLDER || BACKUP_RECIPIENT || BACKUP_PASSPHRASE,
    {
      path: ['BACKUP_FOLDER'],
      error: 'needs BACKUP_RECIPIENT, or BACKUP_PASSPHRASE: backups hold addresses and secrets',
    },
  )
  .refine(({ SMTP_URL, RESEND_API_KEY }) => !SMTP_URL || !RESEND_API_KEY, {
    path: ['SMTP_URL'],
    error: 'and RESEND_API_KEY are two ways for the same mails: set one of them',
  })

/** Names of all variables that the site knows, but for what it tells its own processes. */
export const SETTING_NAMES = Object.keys(environment.shape).filter(
  name => !name.startsWith('OPEN_LETTER_'),
)

function decodeSecret(word: string) {
  const [, encoded] = word.match(/^base64:(.*)$/) ?? []
  return encoded === undefined ? word : Buffer.from(encoded, 'base64').toString('utf8')
}

/**
 * Checks the variables of the contract (.env.example).
 * @throws Error with a sentence for each variable that is wrong, never with its value.
 */
export function readEnvironment(variables: Record<string, string | undefined>) {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const checked = environment.safeParse(given)
  if (!checked.success) {
    const sentences = checked.error.issues.map(
      issue => `${String(issue.path[0])} ${issue.message}.`,
    )
    throw new Error(`The environment is not right. ${sentences.join(' ')}`)
  }
  const values = checked.data
  return {
    ...values,
    SITE_URL: values.SITE_URL ?? `http://localhost:${values.PORT}`,
    isBuild: variables.NEXT_PHASE === 'phase-production-build',
  }
}

/** The environment, checked once when the process starts. Nothing else reads process.env. */
export const env = readEnvironment(withSecretFiles(process.env))
