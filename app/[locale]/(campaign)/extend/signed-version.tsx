import { getMessages, getTranslations } from 'next-intl/server'
import { shortVersion } from '#lib/content/letter-version.ts'
import { readReconfirmation } from '#lib/signatures/reconfirm-signature.ts'
import { signatorySessionToken } from '../my-signature/session-cookie.ts'

type SignedVersionProps = {
  locale: string
  signature: { letterVersion: string; locale: string }
}

/** For the owner of a signature: the text that it was given to, and whether the letter changed since. */
export async function SignedVersion({ locale, signature }: SignedVersionProps) {
  const [{ selfService: words, mail }, t, reconfirmation] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'selfService' }),
    readReconfirmation({ sessionToken: await signatorySessionToken() }),
  ])
  const { letterVersion } = signature
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(signature.locale) ?? ''
  return (
    <>
      <p>
        {t('version', { version: shortVersion(letterVersion), language })}{' '}
        <a href={`/${locale}/versions/${letterVersion}`}>{words.readSigned}</a>
      </p>
      {reconfirmation.state === 'ready' && (
        <p>
          {words.changedSince} <a href={`/${locale}/extend`}>{mail.reconfirm.button}</a>
        </p>
      )}
    </>
  )
}
