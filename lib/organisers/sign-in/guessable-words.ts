import { readCampaign } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { env } from '#lib/env/env.ts'

const SHORTEST_WORD = 3

/** Words of open letters and petitions that attackers try first, in the site's languages. */
const WORDS_OF_THE_FIELD = [
  'openletter',
  'lettreouverte',
  'letter',
  'lettre',
  'petition',
  'signature',
  'signatures',
  'campaign',
  'campagne',
  'organiser',
  'organizer',
  'organisateur',
  'organisatrice',
  'equipe',
  'motdepasse',
  'password',
  'administrateur',
  'administrator',
]

/** Guessable words of this campaign and organiser: passwords made of them are tried first. */
export function guessableWords(email: string) {
  const known = languages().flatMap(language => {
    const { organisation, mailSender } = readCampaign(language)
    return [organisation, mailSender, readLetter(language).title]
  })
  const host = new URL(env.SITE_URL).hostname
  const texts = [email, email.split('@')[0] ?? '', host, ...known]
  return [...texts, ...texts.flatMap(apart), ...texts.map(together), ...WORDS_OF_THE_FIELD]
}

function apart(text: string) {
  return text.split(/[^\p{L}\p{N}]+/u).filter(word => word.length >= SHORTEST_WORD)
}

function together(text: string) {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
