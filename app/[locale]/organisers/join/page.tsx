import { getMessages, getTranslations } from 'next-intl/server'
import { type ShortField, ShortForm } from '#components/ui/ShortForm.tsx'
import { readOrganiserLink } from '#lib/organisers/people/organiser-link.ts'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { AuthPage } from '../auth-page.tsx'
import { joinAction } from './actions.ts'

export const generateMetadata = unlistedPage(messages => messages.organisers.join.title)

/** Where an invitation leads: opening it uses nothing up, a good password does. */
export default async function JoinPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/join'>) {
  const locale = await knownLocale(params)
  const token = readMailedToken(await searchParams)
  const link = await readOrganiserLink(token)
  const t = await getTranslations({ locale, namespace: 'organisers.join' })
  const { join: words, auth } = (await getMessages({ locale })).organisers
  if (!link || token === null) {
    return (
      <AuthPage locale={locale} path="/organisers/join" title={words.notValid.title}>
        <p>{words.notValid.lead}</p>
      </AuthPage>
    )
  }
  const address: ShortField = {
    name: 'email',
    label: auth.email,
    type: 'email',
    inputMode: 'email',
    autoComplete: 'username',
  }
  const password: ShortField = {
    name: 'password',
    label: auth.password,
    hint: words.hint,
    type: 'password',
    autoComplete: 'new-password',
  }
  return (
    <AuthPage
      locale={locale}
      path={`/organisers/join?token=${token}`}
      title={link.holder ? words.title : words.firstTitle}
      lead={link.holder ? t('lead', { email: link.holder.email }) : words.firstLead}
    >
      <ShortForm
        id="join"
        action={joinAction.bind(null, locale, token)}
        fields={link.holder ? [password] : [address, password]}
        button={words.button}
      />
    </AuthPage>
  )
}
