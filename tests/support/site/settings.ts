import { join } from 'node:path'
import { checkout } from '../../../bin/support/checkout.js'

const SETTINGS = [
  'APP_SECRET',
  'APP_SECRET_PREVIOUS',
  'BACKUP_FOLDER',
  'BACKUP_PASSPHRASE',
  'BACKUP_RECIPIENT',
  'CONTENT_FOLDER',
  'DATABASE_MIGRATION_URL',
  'DATABASE_URL',
  'DATA_FOLDER',
  'HOST',
  'LOCALES_FOLDER',
  'LOG_FORMAT',
  'LOG_LEVEL',
  'MAIL_FROM',
  'MAIL_PER_DAY',
  'MAIL_PER_HOUR',
  'MAIL_PER_MINUTE',
  'MAIL_RATE_PER_SECOND',
  'METRICS_PORT',
  'METRICS_TOKEN',
  'NEW_DATABASE_MIGRATION_URL',
  'NEW_DATABASE_URL',
  'NODE_ENV',
  'OPEN_LETTER_BUILD',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'PORT',
  'PROCESSES',
  'RESEND_API_KEY',
  'RESEND_BASE_URL',
  'RESEND_WEBHOOK_SECRET',
  'SITE_URL',
  'SMTP_URL',
  'TRUSTED_PROXIES',
  'TRUSTED_PROXY_HOPS',
  'WEB_CONCURRENCY',
]

/** What the tests' processes run with; the database's address comes with its test. */
export const TEST_SETTINGS = {
  APP_SECRET: 'a-secret-that-only-the-tests-know-of',
  LOG_LEVEL: 'error',
  // A test that is about several says so.
  WEB_CONCURRENCY: '1',
  // Each site that the tests start would compile the same programs anew: half a second of a core.
  NODE_COMPILE_CACHE: join(checkout, 'node_modules', '.cache', 'compiled'),
}

/** Tests must not write into a developer's database, or send mail with her key. */
export function forgetSettings(environment: Record<string, string | undefined>) {
  for (const name of SETTINGS) delete environment[name]
}
