import { getMessages } from 'next-intl/server'
import { ButtonLink } from '#components/ui/Button.tsx'
import { ErrorShield } from '#components/ui/ErrorShield.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { knownLocale } from '../(campaign)/known-locale.ts'

/** Around the console, where React runs in the browser: a page that fails there is told in words. */
export default async function ConsoleLayout({
  children,
  params,
}: LayoutProps<'/[locale]/organisers'>) {
  const { problems } = await getMessages({ locale: await knownLocale(params) })
  return (
    <ErrorShield
      fallback={
        <Problem {...problems.error}>
          <ButtonLink href="">{problems.retry}</ButtonLink>
        </Problem>
      }
    >
      {children}
    </ErrorShield>
  )
}
