import { getMessages, getTranslations } from 'next-intl/server'
import { shortVersion } from '#lib/content/letter-version.ts'
import { readExtension } from '#lib/signatures/reconfirm-signature.ts'
import { signatorySessionToken } from '../my-signature/session-cookie.ts'

type SignedVersionProps = {
  locale: string
  signature: { letterVersion: string; locale: string }
}

/** For the owner of a signature: the text that it was given to, and whether the letter changed since. */
export async function SignedVersion({ locale, signature }: SignedVersionProps) {
  const [{ selfService: words, mail }, t, extension] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'selfService' }),
    readExtension({ sessionToken: await signatorySessionToken() }),
  ])
  const { letterVersion } = signature
  const language = new Intl.DisplayNames(locale, { type: 'language' }).of(signature.locale) ?? ''
  return (
    <>
      <p>
        {t('version', { version: shortVersion(letterVersion), language })}{' '}
        <a href={`/${locale}/versions/${letterVersion}`}>{words.readSigned}</a>
      </p>
      {extension.state === 'ready' && (
        <p>
          {words.changedSince} <a href={`/${locale}/extend`}>{mail.extend.button}</a>
        </p>
      )}
    </>
  )
}
