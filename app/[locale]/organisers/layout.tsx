import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ButtonLink } from '#components/ui/Button.tsx'
import { ErrorShield } from '#components/ui/ErrorShield.tsx'
import { Problem } from '#components/ui/Problem.tsx'
import { knownLocale } from '../(campaign)/known-locale.ts'

type LayoutProps = { children: ReactNode; params: Promise<{ locale: string }> }

/** Around the console, where React runs in the browser: a page that fails there is told in words. */
export default async function ConsoleLayout({ children, params }: LayoutProps) {
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
