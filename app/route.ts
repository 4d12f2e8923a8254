import { languages } from '#lib/content/languages.ts'
import { preferredLanguage } from '#lib/content/preferred-language.ts'

/** To the letter, in the language that the browser asks for. */
export function GET(request: Request) {
  const language = preferredLanguage(request.headers.get('accept-language'), languages())
  return new Response(null, {
    status: 307,
    headers: { Location: `/${language}`, Vary: 'Accept-Language' },
  })
}
