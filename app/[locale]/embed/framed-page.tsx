import type { ReactNode } from 'react'
import { FramedLetter } from '#components/sign/FramedLetter.tsx'
import { readLetter } from '#lib/content/letter.ts'
import { knownLocale } from '../(campaign)/known-locale.ts'

export type FramedPageProps = { params: Promise<{ locale: string }> }

type Props = FramedPageProps & { children: (locale: string) => ReactNode }

/** What stands in a frame on somebody else's site: no menu, and links that lead out of the frame. */
export async function FramedPage({ params, children }: Props) {
  const locale = await knownLocale(params)
  return (
    <FramedLetter title={readLetter(locale).title} href={`/${locale}?from=embed`}>
      {children(locale)}
    </FramedLetter>
  )
}

export async function framedTitle(params: FramedPageProps['params']) {
  return readLetter(await knownLocale(params)).title
}
