import { getMessages, getTranslations } from 'next-intl/server'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { ADDRESS_LINK_MINUTES, readAddressChange } from '#lib/organisers/people/change-address.ts'
import { readMailedToken } from '#lib/security/mailed-link-query.ts'
import { knownLocale } from '../../(campaign)/known-locale.ts'
import { unlistedPage } from '../../page-metadata.ts'
import { organiserWhoMay } from '../access.ts'
import { changeAddressAction } from '../account/actions.ts'
import { ConsolePage } from '../console-page.tsx'

export const generateMetadata = unlistedPage(
  messages => messages.organisers.account.address.confirm.title,
)

/** Where the mail to a new address leads: opening it changes nothing, its button does. */
export default async function AddressPage({
  params,
  searchParams,
}: PageProps<'/[locale]/organisers/address'>) {
  const locale = await knownLocale(params)
  const organiser = await organiserWhoMay('own-account', locale, { fresh: true })
  const token = readMailedToken(await searchParams)
  const change = await readAddressChange(token, organiser)
  const words = (await getMessages({ locale })).organisers.account.address.confirm
  const t = await getTranslations({ locale, namespace: 'organisers.account.address.confirm' })
  return (
    <ConsolePage
      locale={locale}
      organiser={organiser}
      path="/organisers/address"
      title={words.title}
    >
      {change && token !== null ? (
        <>
          <p>{t('lead', { email: change.email, former: change.formerEmail })}</p>
          <OneButton
            action={changeAddressAction.bind(null, locale)}
            label={words.button}
            look="main"
            fields={{ token }}
          />
        </>
      ) : (
        <p>{t('notValid', { minutes: ADDRESS_LINK_MINUTES })}</p>
      )}
      <p>
        <a href={`/${locale}/organisers/account`}>{words.back}</a>
      </p>
    </ConsolePage>
  )
}
