import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readEnvironment } from '#lib/env/env.ts'

const sentenceFor = (variables: Record<string, string>) => {
  try {
    readEnvironment(variables)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

describe('the environment', () => {
  test('may be empty', () => {
    expect(readEnvironment({})).toEqual({
      PORT: 3000,
      HOST: '127.0.0.1',
      PROCESSES: 'all',
      SITE_URL: 'http://localhost:3000',
      RESEND_BASE_URL: 'https://api.resend.com',
      MAIL_RATE_PER_SECOND: 5,
      MAIL_PER_MINUTE: 6_000,
      MAIL_PER_HOUR: 150_000,
      MAIL_PER_DAY: 500_000,
      APP_SECRET_PREVIOUS: [],
      TRUSTED_PROXY_HOPS: 0,
      TRUSTED_PROXIES: ['loopback', 'private'],
      DATA_FOLDER: '.data',
      CONTENT_FOLDER: 'content',
      LOCALES_FOLDER: 'locales',
      isBuild: false,
    })
  })

  test('an empty variable is one that is not set', () => {
    expect(readEnvironment({ DATABASE_URL: '', PORT: '', APP_SECRET: '' })).toEqual(
      readEnvironment({}),
    )
  })

  test('the site is where its port is, or where SITE_URL says', () => {
    expect(readEnvironment({ PORT: '4000' }).SITE_URL).toBe('http://localhost:4000')
    expect(readEnvironment({ SITE_URL: 'https://Letter.example.org/' }).SITE_URL).toBe(
      'https://letter.example.org',
    )
  })

  test('earlier secrets stand one after another; one with spaces in it in base64', () => {
    const spaced = 'a secret of the autumn, with spaces in it'
    const encoded = `base64:${Buffer.from(spaced).toString('base64')}`
    const APP_SECRET_PREVIOUS = `${'x'.repeat(32)}\n ${encoded}`
    expect(readEnvironment({ APP_SECRET_PREVIOUS }).APP_SECRET_PREVIOUS).toEqual([
      'x'.repeat(32),
      spaced,
    ])
  })

  test.each([
    ['DATABASE_URL', 'mysql://camille:s3cret@host/db', 'must start with postgresql://.'],
    ['SITE_URL', 's3cret', 'must be an address such as https://letter.example.org.'],
    ['SITE_URL', 'ftp://s3cret', 'must be an address such as https://letter.example.org.'],
    ['SITE_URL', 'https://host/s3cret', 'must have no path.'],
    ['PORT', 's3cret', 'must be a port number.'],
    ['PORT', '0', 'must be 1 or more.'],
    ['PORT', '65536', 'must be 65535 or less.'],
    ['PORT', '80.5', 'must be a whole number.'],
    ['HOST', 's3cret', 'must be an address such as 127.0.0.1 or 0.0.0.0.'],
    ['TRUSTED_PROXIES', 's3cret', 'must hold networks such as private or 192.0.2.0/24.'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'must hold networks such as private or 192.0.2.0/24.'],
    ['RESEND_BASE_URL', 's3cret', 'must be an address.'],
    ['RESEND_WEBHOOK_SECRET', 's3cret', 'must start with whsec_.'],
    ['RESEND_WEBHOOK_SECRET', 'whsec_Zmlyc3Q= s3cret', 'must start with whsec_.'],
    ['SMTP_URL', 's3cret', 'must start with smtp:// or smtps://.'],
    ['SMTP_URL', 'https://camille:s3cret@host', 'must start with smtp:// or smtps://.'],
    ['MAIL_RATE_PER_SECOND', 's3cret', 'must be a number of calls.'],
    ['MAIL_RATE_PER_SECOND', '0', 'must be 1 or more.'],
    ['WEB_CONCURRENCY', '0', 'must be 1 or more.'],
    ['WEB_CONCURRENCY', 'many', 'must be a number of web processes.'],
    ['MAIL_PER_MINUTE', 's3cret', 'must be a number of mails.'],
    ['MAIL_PER_HOUR', '1.5', 'must be a whole number.'],
    ['MAIL_PER_DAY', '-1', 'must be 1 or more.'],
    ['RESEND_BASE_URL', 'javascript:s3cret', 'must be an address.'],
    ['MAIL_FROM', 's3cret', 'must hold an e-mail address.'],
    ['MAIL_FROM', 's3cret@', 'must hold an e-mail address.'],
    ['MAIL_FROM', 'a@b.fr\nBcc: s3cret@b.fr', 'must hold an e-mail address.'],
    ['MAIL_FROM', 'The letter <s3cret@b.fr', 'must hold an e-mail address.'],
    ['APP_SECRET', 's3cret', 'must have 32 characters or more.'],
    ['APP_SECRET_PREVIOUS', 's3cret', 'must hold secrets of 32 characters or more.'],
    [
      'APP_SECRET_PREVIOUS',
      `${'x'.repeat(32)} s3cret`,
      'must hold secrets of 32 characters or more.',
    ],
    ['TRUSTED_PROXY_HOPS', 's3cret', 'must be a number.'],
    ['TRUSTED_PROXY_HOPS', '-1', 'must be 0 or more.'],
    ['TRUSTED_PROXY_HOPS', '11', 'must be 10 or less.'],
  ])('%s=%s: one sentence that does not repeat the value', (name, value, end) => {
    const sentence = sentenceFor({ [name]: value })
    expect(sentence).toBe(`The environment is not right. ${name} ${end}`)
    expect(sentence).not.toContain('s3cret')
  })

  test('every mistake is told at once', () => {
    const sentence = sentenceFor({ PORT: 'x', APP_SECRET: 'x', SITE_URL: 'x' })
    for (const name of ['PORT', 'APP_SECRET', 'SITE_URL']) expect(sentence).toContain(name)
  })

  test('whatever the variables hold, they are read or refused in a sentence without them', () => {
    const secret = fc.stringMatching(/^[A-Z]{12}$/)
    const names = ['DATABASE_URL', 'SITE_URL', 'PORT', 'MAIL_FROM', 'APP_SECRET', 'RESEND_BASE_URL']
    fc.assert(
      fc.property(secret, fc.constantFrom(...names), (value, name) => {
        const sentence = sentenceFor({ [name]: value })
        expect(sentence).toMatch(/^The environment is not right\. /)
        expect(sentence).not.toContain(value)
      }),
    )
  })
})
