import { getMessages, getTranslations } from 'next-intl/server'
import { SIGN_IN_LINK_LIFETIME_MINUTES } from '#lib/organisers/add-organiser.ts'
import { Button } from '../../../../components/ui/Button.tsx'
import { Page } from '../../../../components/ui/Page.tsx'
import { CampaignPage } from '../../(campaign)/campaign-page.tsx'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedMetadata } from '../../(campaign)/page-metadata.ts'
import { signInAction } from '../actions.ts'

type PageProps = {
  params: Promise<{ locale: string }>
  searchParams: Promise<{ token?: string | string[] }>
}

export async function generateMetadata({ params }: PageProps) {
  const { locale } = await params
  return unlistedMetadata((await getMessages({ locale })).organisers.signIn.title)
}

/** Where a sign-in link leads: opening it uses nothing up, the button does. */
export default async function SignInPage({ params, searchParams }: PageProps) {
  const locale = await knownLocale(params)
  const { token } = await searchParams
  const t = await getTranslations({ locale, namespace: 'organisers.signIn' })
  const { signIn: words } = (await getMessages({ locale })).organisers
  return (
    <CampaignPage
      locale={locale}
      path={
        typeof token === 'string'
          ? `/organisers/sign-in?token=${encodeURIComponent(token)}`
          : '/organisers/sign-in'
      }
    >
      <Page title={words.title}>
        {typeof token === 'string' ? (
          <>
            <p>{words.lead}</p>
            <form action={signInAction.bind(null, locale)}>
              <input type="hidden" name="token" value={token} />
              <Button type="submit">{words.button}</Button>
            </form>
          </>
        ) : (
          <>
            <p>{t('closed', { minutes: SIGN_IN_LINK_LIFETIME_MINUTES })}</p>
            <p>
              <code>npm run organiser -- add you@example.org</code>
            </p>
            <p>{words.notValid}</p>
          </>
        )}
      </Page>
    </CampaignPage>
  )
}
