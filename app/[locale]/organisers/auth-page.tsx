import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AuthFrame } from '#components/organisers/sign-in/AuthFrame.tsx'
import { readCampaignRunIfAble } from '#lib/campaign/campaign-run.ts'
import { stateAt } from '#lib/campaign/states.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'

type AuthPageProps = {
  locale: string
  /** This page's path and query below the language, for the language switch. */
  path: string
  title: string
  lead?: string
  /** Notice that a visitor has to know first. */
  note?: string | undefined
  children: ReactNode
}

/** Frame of every page of signing in to the console. */
export async function AuthPage({ locale, path, title, lead, note, children }: AuthPageProps) {
  const [{ organisers, site }, run] = await Promise.all([
    getMessages({ locale }),
    readCampaignRunIfAble(),
  ])
  // In a preview these pages are open to strangers, and the letter is not.
  const isSecret = stateAt(run, new Date()) === 'preview'
  return (
    <AuthFrame
      siteName={isSecret ? organisers.title : readLetter(locale).title}
      homeHref={`/${locale}`}
      languages={languages().map(language => ({
        locale: language,
        name: readMessages(language).site.languageName,
        href: `/${language}${path}`,
        isCurrent: language === locale,
      }))}
      title={title}
      lead={lead}
      note={note}
      words={{ skip: site.skip, languages: site.languages, back: organisers.auth.back }}
    >
      {children}
    </AuthFrame>
  )
}
