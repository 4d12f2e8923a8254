/** Calls of Resend's batch endpoint, of 100 mails each: what every team of Resend may do. */
const CALLS_PER_SECOND = '5'

const NO_QUOTA = '100000000'

/** What the site is started with so that its mails go to the fake of Resend, as fast as people sign. */
export function surgeMailSettings(resendUrl: string) {
  return {
    RESEND_API_KEY: 're_secret',
    RESEND_BASE_URL: resendUrl,
    MAIL_FROM: 'lettre@example.org',
    MAIL_RATE_PER_SECOND: CALLS_PER_SECOND,
    MAIL_PER_MINUTE: NO_QUOTA,
    MAIL_PER_HOUR: NO_QUOTA,
    MAIL_PER_DAY: NO_QUOTA,
  }
}
