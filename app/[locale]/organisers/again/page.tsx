import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { PasskeyButton } from '#components/organisers/PasskeyButton.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { isFresh } from '#lib/organisers/sessions/read-session.ts'
import { wayBack } from '#lib/organisers/sign-in/way-back.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../(campaign)/page-metadata.ts'
import { currentSession } from '../access.ts'
import { GatePage } from '../gate-page.tsx'
import { againAction, askForPasskeyAction, passkeyAction } from '../sign-in/actions.ts'

type PageProps = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ back?: string | string[]; lost?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.again.title)
}

/** The second factor once more, before exports, bulk actions, people and the campaign's state. */
export default async function AgainPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const asked = await searchParams
  const back = wayBack(asked.back, locale)
  const session = await currentSession()
  if (!session?.secondFactorAt) redirect(`/${locale}/organisers/sign-in`)
  if (isFresh(session)) redirect(back)
  const { again: words, secondFactor, gate, passkey } = (await getMessages({ locale })).organisers
  return (
    <GatePage
      locale={locale}
      path={`/organisers/again?back=${encodeURIComponent(back)}`}
      title={words.title}
      lead={words.lead}
      note={asked.lost ? gate.lost : undefined}
    >
      <ShortForm
        id="again"
        action={againAction.bind(null, locale, back)}
        fields={[
          {
            name: 'code',
            label: gate.code,
            hint: secondFactor.hint,
            autoComplete: 'one-time-code',
          },
        ]}
        button={words.button}
      />
      <PasskeyButton
        ceremony="show"
        begin={askForPasskeyAction}
        finish={passkeyAction.bind(null, locale, back)}
        words={{ ...passkey, label: passkey.use }}
      />
    </GatePage>
  )
}
