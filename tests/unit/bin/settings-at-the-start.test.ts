import { describe, expect, test } from 'vitest'
import { readEnvironment } from '#lib/env/env.ts'
import { findSettingConflicts } from '../../../bin/support/setting-conflicts.ts'
import { describeSettingSources } from '../../../bin/support/setting-sources.ts'

const conflictsOf = (variables: Record<string, string>) =>
  findSettingConflicts(readEnvironment(variables), variables)

const NOTHING = { refused: [], warned: [] }

describe('where each setting came from', () => {
  const variables = {
    PORT: '4000',
    SITE_URL: 'https://letter.example.org',
    SMTP_URL: 'smtps://camille:s3cret@mail.example.org',
    DATABASE_URL: '',
  }
  const said = describeSettingSources(variables, ['SITE_URL', 'SMTP_URL'])

  test('is told in a line for each source', () => {
    expect(said).toMatch(/^ {2}environment: PORT=4000$/m)
    expect(said).toMatch(
      /^ {2}\.env: SITE_URL=https:\/\/letter\.example\.org, SMTP_URL=\(hidden\)$/m,
    )
    expect(said).toMatch(/^ {2}made by itself: .*DATABASE_URL.*APP_SECRET/m)
    expect(said).toMatch(/^ {2}default: the other \d+ /m)
  })

  test.each([
    'APP_SECRET',
    'APP_SECRET_PREVIOUS',
    'BACKUP_PASSPHRASE',
    'DATABASE_URL',
    'DATABASE_MIGRATION_URL',
    'NEW_DATABASE_URL',
    'METRICS_TOKEN',
    'RESEND_API_KEY',
    'RESEND_WEBHOOK_SECRET',
    'SMTP_URL',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
  ])('%s is never shown', name => {
    expect(describeSettingSources({ [name]: 's3cret' }, [])).toContain(`${name}=(hidden)`)
  })

  test('without any secret, and without what the site tells its own processes', () => {
    expect(said).not.toContain('s3cret')
    expect(said).not.toContain('OPEN_LETTER')
  })
})

describe('what does not work together', () => {
  test('a site of this machine, with nothing set, is fine', () => {
    expect(conflictsOf({})).toEqual(NOTHING)
    expect(conflictsOf({ SITE_URL: 'https://localhost:3443' })).toEqual(NOTHING)
  })

  test('https without a proxy that is trusted is refused', () => {
    const SITE_URL = 'https://letter.example.org'
    expect(conflictsOf({ SITE_URL }).refused[0]).toContain('TRUSTED_PROXY_HOPS=1')
    expect(conflictsOf({ SITE_URL, TRUSTED_PROXY_HOPS: '1' })).toEqual(NOTHING)
    expect(conflictsOf({ SITE_URL: 'http://letter.example.org' })).toEqual(NOTHING)
  })

  test.each(['VERCEL', 'NETLIFY', 'AWS_LAMBDA_FUNCTION_NAME'])(
    'a host without processes is refused, whatever is set: %s',
    name => {
      const given = { [name]: '1', DATABASE_URL: 'postgresql://h/d', APP_SECRET: 'x'.repeat(32) }
      expect(conflictsOf(given).refused[0]).toContain('no processes that stay')
    },
  )

  test.each(['DYNO', 'K_SERVICE', 'RENDER', 'RAILWAY_ENVIRONMENT', 'FLY_APP_NAME'])(
    'a disk that will not last is refused, unless nothing is kept there: %s',
    name => {
      const given = { [name]: 'web.1', DATABASE_URL: 'postgresql://h/d' }
      expect(conflictsOf({ [name]: 'web.1' }).refused[0]).toContain('is emptied at each')
      expect(conflictsOf(given).refused[0]).toContain('APP_SECRET')
      expect(conflictsOf({ ...given, APP_SECRET: 'x'.repeat(32) })).toEqual(NOTHING)
    },
  )

  test('a volume is as good as a disk', () => {
    expect(conflictsOf({ FLY_APP_NAME: 'letter', DATA_FOLDER: '/data' })).toEqual(NOTHING)
    expect(conflictsOf({ DYNO: 'web.1', DATA_FOLDER: '/data' }).refused).toHaveLength(1)
  })

  test('a sender without a domain is refused, but beside a mail server of this machine', () => {
    const RESEND_API_KEY = 're_key'
    const MAIL_FROM = 'The letter <letter@localhost>'
    expect(conflictsOf({ RESEND_API_KEY, MAIL_FROM }).refused[0]).toContain('(localhost)')
    expect(conflictsOf({ SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM })).toEqual(NOTHING)
  })

  test('a sender of a provider of free mailboxes is told, and refused by nobody but spam filters', () => {
    const { refused, warned } = conflictsOf({
      SMTP_URL: 'smtps://h',
      MAIL_FROM: 'camille@gmail.com',
    })
    expect(refused).toEqual([])
    expect(warned[0]).toContain('gmail.com')
  })

  test('an embedded database where several instances are usual is told', () => {
    const KUBERNETES_SERVICE_HOST = '192.0.2.1'
    expect(conflictsOf({ KUBERNETES_SERVICE_HOST }).warned[0]).toContain('one instance alone')
    expect(conflictsOf({ KUBERNETES_SERVICE_HOST, DATABASE_URL: 'postgresql://h/d' })).toEqual(
      NOTHING,
    )
  })
})
