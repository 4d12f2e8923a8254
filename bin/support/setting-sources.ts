import { SETTING_NAMES } from '#lib/env/env.ts'

type Variables = Record<string, string | undefined>

/** Never shown, whatever variables come later: secrets, and addresses of servers that may hold a password. */
const HIDDEN = /SECRET|PASS|TOKEN|KEY|DATABASE|SMTP|OTLP/

/** What the site makes where nobody gives it. */
const MADE_BY_ITSELF: Record<string, string> = {
  APP_SECRET: 'APP_SECRET (a file in DATA_FOLDER)',
  DATABASE_URL: 'DATABASE_URL (the embedded PostgreSQL)',
  SITE_URL: 'SITE_URL (this machine and PORT)',
}

/**
 * Where each setting came from, a line for each source, without any secret.
 * @param fromFile names that have their value from .env
 */
export function describeSettingSources(variables: Variables, fromFile: string[]): string {
  const isGiven = (name: string) => (variables[name] ?? '') !== ''
  const given = SETTING_NAMES.filter(isGiven)
  const others = SETTING_NAMES.filter(name => !isGiven(name))
  const defaults = others.filter(name => !(name in MADE_BY_ITSELF))
  const values = (names: string[]) => names.map(name => `${name}=${shown(name, variables[name])}`)
  const lines = [
    ['environment', values(given.filter(name => !fromFile.includes(name)))],
    ['.env', values(given.filter(name => fromFile.includes(name)))],
    ['made by itself', others.flatMap(name => MADE_BY_ITSELF[name] ?? [])],
    ['default', [`the other ${defaults.length} (docs/configuration.md)`]],
  ] as const
  const told = lines.filter(([, names]) => names.length > 0)
  return `Settings\n${told.map(([source, names]) => `  ${source}: ${names.join(', ')}`).join('\n')}`
}

function shown(name: string, value = '') {
  return HIDDEN.test(name) ? '(hidden)' : value
}
