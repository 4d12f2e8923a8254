import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ConsoleFrame } from '#components/organisers/frame/ConsoleFrame.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { may } from '#lib/access/roles.ts'
import { languages } from '#lib/content/languages.ts'
import { readLetter } from '#lib/content/letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { NAVIGATION, type RoomName } from './navigation.ts'
import { signOutAction } from './sign-in/actions.ts'

type ConsolePageProps = {
  locale: string
  organiser: Organiser
  /** The room that this page belongs to; none for one's own account. */
  room?: RoomName
  /** This page's path and query below the language, for the language switch. */
  path?: string
  /** Title, where it is not the room's name. */
  title?: string
  lead?: string
  children: ReactNode
}

/** What stands around every page of the organisers' console. */
export async function ConsolePage(props: ConsolePageProps) {
  const { locale, organiser, room, path, title, lead, children } = props
  const { organisers: words, site } = await getMessages({ locale })
  const allowed = NAVIGATION.filter(({ capability }) => may(organiser.role, capability))
  return (
    <ConsoleFrame
      siteName={readLetter(locale).title}
      homeHref={`/${locale}`}
      navigation={allowed.map(({ name, path: roomPath }) => ({
        name: words.navigation[name],
        href: `/${locale}${roomPath}`,
        isCurrent: name === room,
      }))}
      languages={languages().map(language => ({
        locale: language,
        name: readMessages(language).site.languageName,
        href: `/${language}${path ?? pathOf(room)}`,
        isCurrent: language === locale,
      }))}
      signedInAs={organiser.email}
      accountHref={`/${locale}/organisers/account`}
      accountId={organiser.id}
      signOut={signOutAction.bind(null, locale)}
      title={title ?? (room ? words.navigation[room] : '')}
      lead={lead}
      words={{ ...words.frame, skip: site.skip, languages: site.languages }}
    >
      {children}
    </ConsoleFrame>
  )
}

function pathOf(room: RoomName | undefined) {
  return NAVIGATION.find(({ name }) => name === room)?.path ?? '/organisers'
}
