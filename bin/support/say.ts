/**
 * Tells whoever started the site something: in words on the terminal, or as an event of a log in JSON.
 * @param forLog what the log holds in its place, where the words hold a secret.
 */
export async function say(text: string, forLog = text) {
  // Not before the environment was checked, which says in a sentence what is wrong with it.
  const { env } = await import('#lib/env/env.ts')
  if (env.LOG_FORMAT !== 'json') return console.log(text)
  const { logEvent } = await import('#lib/log/log.ts')
  logEvent('start-said', { text: forLog.trim() })
}
