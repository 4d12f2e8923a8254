import { getRequestConfig } from 'next-intl/server'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'

/** Gives next-intl the words of the page's language. */
export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale
  const [authoritative = 'fr', ...others] = languages()
  const locale = asked && others.includes(asked) ? asked : authoritative
  return { locale, messages: readMessages(locale), timeZone: 'UTC' }
})
