import { getMessages } from 'next-intl/server'
import { CallToSign } from '#components/letter/CallToSign.tsx'
import { isSigningOpen } from '#lib/campaign/campaign-cache.ts'

/** The way to the form at the foot of a page that one read; nothing while nobody can sign. */
export async function SigningCall({ locale }: { locale: string }) {
  if (!(await isSigningOpen())) return null
  const { pages: words } = await getMessages({ locale })
  return <CallToSign href={`/${locale}#sign`} words={words} />
}
