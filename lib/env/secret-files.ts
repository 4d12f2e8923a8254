import { readFileSync } from 'node:fs'

/** What may stand in a file instead of the environment, where every process and every crash report sees it. */
const SECRETS = [
  'APP_SECRET',
  'APP_SECRET_PREVIOUS',
  'BACKUP_PASSPHRASE',
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'DATABASE_PASSWORD',
  'METRICS_TOKEN',
  'NEW_DATABASE_MIGRATION_URL',
  'NEW_DATABASE_URL',
  'RESEND_API_KEY',
  'RESEND_WEBHOOK_SECRET',
  'SMTP_URL',
]

type Variables = Record<string, string | undefined>

/**
 * Variables with the contents of those files that `…_FILE` names, as secrets of containers are given. What is set
 * itself wins, also where it is empty. The database's password goes into `DATABASE_URL` where that has none.
 * @throws Error with a sentence for a file that cannot be read, never with what it holds
 */
export function withSecretFiles(variables: Variables): Variables {
  const read = SECRETS.flatMap(name => {
    const file = variables[`${name}_FILE`]
    return file && variables[name] === undefined ? [[name, readSecret(name, file)] as const] : []
  })
  return withPassword({ ...variables, ...Object.fromEntries(read) })
}

function readSecret(name: string, file: string) {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`${name}_FILE names ${file}, which cannot be read (${code}).`)
  }
}

function withPassword(variables: Variables): Variables {
  const { DATABASE_PASSWORD: password, DATABASE_URL: url } = variables
  if (!password || !url || !URL.canParse(url) || new URL(url).password) return variables
  const whole = new URL(url)
  whole.password = encodeURIComponent(password)
  return { ...variables, DATABASE_URL: whole.href }
}
