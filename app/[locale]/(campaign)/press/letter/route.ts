import { languages } from '#lib/content/languages.ts'
import { plainLetter } from '#lib/content/plain-letter.ts'
import { freshnessOf } from '#lib/sharing/freshness.ts'

export const dynamic = 'force-static'

/** The letter as a text file. */
export async function GET(_: Request, { params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params
  if (!languages().includes(locale)) return new Response(null, { status: 404 })
  const text = plainLetter(locale)
  return new Response(text, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': `inline; filename="open-letter-${locale}.txt"`,
      ...freshnessOf(text),
    },
  })
}
