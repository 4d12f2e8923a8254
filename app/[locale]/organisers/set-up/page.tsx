import { redirect } from 'next/navigation'
import { getMessages } from 'next-intl/server'
import { encode } from 'uqr'
import { TotpSetUp } from '#components/organisers/sign-in/TotpSetUp.tsx'
import { ShortForm } from '#components/ui/ShortForm.tsx'
import { readSetUp } from '#lib/organisers/sign-in/set-up.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { currentSession } from '../access.ts'
import { AuthPage } from '../auth-page.tsx'
import { setUpAction } from '../sign-in/actions.ts'

/** Light squares around a QR code (ISO/IEC 18004 asks for four). */
const QUIET_ZONE = 4

export const generateMetadata = unlistedPage(messages => messages.organisers.setUp.title)

/** Sets the second factor up: the only page that a session without one opens. */
export default async function SetUpPage({ params }: PageProps<'/[locale]/organisers/set-up'>) {
  const locale = await knownLocale(params)
  const session = await currentSession()
  if (!session) redirect(`/${locale}/organisers/sign-in`)
  const setUp = await readSetUp(session.organiser)
  if (!setUp) redirect(`/${locale}/organisers`)
  const { setUp: words, auth, copy } = (await getMessages({ locale })).organisers
  return (
    <AuthPage locale={locale} path="/organisers/set-up" title={words.title} lead={words.lead}>
      <TotpSetUp
        picture={pictureOf(setUp.uri)}
        uri={setUp.uri}
        secret={setUp.secret}
        words={words}
        copy={copy}
      >
        <ShortForm
          id="set-up"
          action={setUpAction.bind(null, locale)}
          fields={[
            { name: 'code', label: auth.code, inputMode: 'numeric', autoComplete: 'one-time-code' },
          ]}
          button={words.button}
        />
      </TotpSetUp>
    </AuthPage>
  )
}

function pictureOf(uri: string) {
  const { data, size } = encode(uri, { ecc: 'M', border: QUIET_ZONE })
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  )
  return { path: squares.join(''), size }
}
