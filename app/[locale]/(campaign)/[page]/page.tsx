import { notFound } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { Prose } from '#components/letter/Prose.tsx'
import { Page } from '#components/ui/Page.tsx'
import { pageNames, readPage } from '#lib/content/page.ts'
import { pageMetadata } from '../../page-metadata.ts'
import { CampaignPage } from '../campaign-page.tsx'
import { knownLocale } from '../known-locale.ts'
import { SigningCall } from '../signing-call.tsx'

/** Pages with a folder of their own beside this one. */
const SET_APART = ['press']

export function generateStaticParams() {
  return pageNames()
    .filter(page => !SET_APART.includes(page))
    .map(page => ({ page }))
}

export async function generateMetadata({ params }: PageProps<'/[locale]/[page]'>) {
  const { locale, page } = await params
  if (!pageNames().includes(page)) return {}
  const { title, description } = readPage(page, locale)
  return pageMetadata(locale, `/${page}`, { title, description })
}

/** A page of content/pages/, at its own name. */
export default async function ContentPage({ params }: PageProps<'/[locale]/[page]'>) {
  const locale = await knownLocale(params)
  const { page } = await params
  if (!pageNames().includes(page)) notFound()
  const { title, description, blocks } = readPage(page, locale)
  const words = await getMessages({ locale })
  return (
    <CampaignPage locale={locale} path={`/${page}`}>
      <Page title={title} lead={description}>
        <Prose blocks={blocks} words={words.pages} />
      </Page>
      <SigningCall locale={locale} />
    </CampaignPage>
  )
}
