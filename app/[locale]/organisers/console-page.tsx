import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '#components/organisers/frame/ConsoleFrame.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { countApprovals } from '#lib/approvals/list-approvals.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { NAVIGATION, type SectionName } from './navigation.ts'
import { signOutAction } from './sign-in/actions.ts'

type ConsolePageProps = {
  locale: string
  organiser: Organiser
  /** The section that this page belongs to; none for one's own account. */
  section?: SectionName
  /** This page's path and query below the language, for the language switch. */
  path?: string
  /** Title, where it is not the section's name. */
  title?: string
  lead?: string
  children: ReactNode
}

/** Frame of every page of the organisers' console. */
export async function ConsolePage(props: ConsolePageProps) {
  const { locale, organiser, section, path, title, lead, children } = props
  const [{ organisers: words, site }, t, { toDecide }] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.frame' }),
    countApprovals(organiser),
  ])
  const allowed = NAVIGATION.filter(({ capability }) => may(organiser.role, capability))
  return (
    <ConsoleFrame
      siteName={readLetter(locale).title}
      homeHref={`/${locale}`}
      navigation={allowed.map(({ name, path: sectionPath }) => ({
        name: words.navigation[name],
        href: `/${locale}${sectionPath}`,
        isCurrent: name === section,
        ...(name === 'approvals' &&
          toDecide > 0 && {
            waiting: { count: toDecide, label: t('waiting', { count: toDecide }) },
          }),
      }))}
      languages={languages().map(language => ({
        locale: language,
        name: readMessages(language).site.languageName,
        href: `/${language}${path ?? pathOf(section)}`,
        isCurrent: language === locale,
      }))}
      signedInAs={organiser.email}
      accountHref={`/${locale}/organisers/account`}
      accountId={organiser.id}
      signOut={signOutAction.bind(null, locale)}
      title={title ?? (section ? words.navigation[section] : '')}
      lead={lead}
      words={{ ...words.frame, skip: site.skip, languages: site.languages }}
    >
      {children}
    </ConsoleFrame>
  )
}

function pathOf(section: SectionName | undefined) {
  return NAVIGATION.find(({ name }) => name === section)?.path ?? '/organisers'
}
