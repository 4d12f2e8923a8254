import type { Metadata } from 'next'
import { setRequestLocale } from 'next-intl/server'
import { directionOf } from '#lib/content/direction.ts'
import { languages } from '#lib/content/languages.ts'
import { lookSheetHref } from '#lib/content/look-sheet.ts'
import { env } from '#lib/env/env.ts'
import { fontClasses } from '../fonts/fonts.ts'
import '../styles/site.css'

export function generateMetadata(): Metadata {
  const icons = lookSheetHref() ? { icon: '/look/icon.svg', apple: '/look/icon.png' } : '/icon.svg'
  return { metadataBase: new URL(env.SITE_URL), icons }
}

// Seconds: a page that changes with nothing else still follows the campaign (lib/campaign/states.ts).
export const revalidate = 30

export function generateStaticParams() {
  return languages().map(locale => ({ locale }))
}

export default async function Layout({ children, params }: LayoutProps<'/[locale]'>) {
  const [authoritative = 'fr', ...others] = languages()
  const asked = (await params).locale
  const locale = others.includes(asked) ? asked : authoritative
  setRequestLocale(locale)
  const lookSheet = lookSheetHref()
  return (
    <html
      lang={locale}
      dir={directionOf(locale)}
      className={fontClasses}
      // Next then goes to the top of a new page at once, instead of scrolling there.
      data-scroll-behavior="smooth"
    >
      <head>{lookSheet && <link rel="stylesheet" href={lookSheet} />}</head>
      <body>{children}</body>
    </html>
  )
}
