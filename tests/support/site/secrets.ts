import { env } from '#lib/env/env.ts'
import { TEST_SETTINGS } from './settings.ts'

/** The secret that the tests begin under, and two that take its place. */
export const SPRING = TEST_SETTINGS.APP_SECRET
export const SUMMER = 'a-secret-of-the-summer-after-it-leaked'
export const AUTUMN = 'a secret of the autumn, with spaces in it'

/** As if this process had been started with these secrets. */
export function startUnder(current: string, previous: string[] = []) {
  Object.assign(env, { APP_SECRET: current, APP_SECRET_PREVIOUS: previous })
}
