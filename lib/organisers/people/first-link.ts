import { languages } from '#lib/content/languages.ts'
import { database } from '#lib/database/client.ts'
import { env } from '#lib/env/env.ts'
import { makeOrganiserLink, TERMINAL_LINK_MINUTES } from './organiser-link.ts'

/**
 * Link for the first owner, who types her address behind it; null once there is an organiser. It is printed on
 * the terminal and works until somebody has used it.
 */
export async function makeFirstLink(): Promise<string | null> {
  if ((await database.organiser.count()) > 0) return null
  const { token } = await makeOrganiserLink(null, TERMINAL_LINK_MINUTES)
  return `${env.SITE_URL}/${languages()[0]}/organisers/join?token=${token}`
}
