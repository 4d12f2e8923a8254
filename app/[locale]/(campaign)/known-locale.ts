import { notFound } from 'next/navigation'
import { setRequestLocale } from 'next-intl/server'
import { languages } from '#lib/content/languages.ts'

/** The language of a page; for one that the site has not, "not found". Which there are may change while it runs. */
export async function knownLocale(params: Promise<{ locale: string }>) {
  const { locale } = await params
  if (!languages().includes(locale)) notFound()
  setRequestLocale(locale)
  return locale
}

/** The last part of an address that says what came of something; not found where it is none of these. */
export function knownOutcome<Outcome extends string>(outcomes: readonly Outcome[], asked: string) {
  return outcomes.find(outcome => outcome === asked) ?? notFound()
}
