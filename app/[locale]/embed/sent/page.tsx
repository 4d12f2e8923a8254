import { getMessages } from 'next-intl/server'
import { unlistedMetadata } from '../../page-metadata.ts'
import { FramedPage, type FramedPageProps, framedTitle } from '../framed-page.tsx'

export async function generateMetadata({ params }: FramedPageProps) {
  return unlistedMetadata(await framedTitle(params))
}

/** What follows signing in a frame: the same page whoever signed. */
export default async function EmbeddedSentPage({ params }: FramedPageProps) {
  const { checkMail: words } = await getMessages({ locale: (await params).locale })
  return (
    <FramedPage params={params}>
      {() => (
        <div role="status">
          <h2>{words.title}</h2>
          <p>{words.lead}</p>
        </div>
      )}
    </FramedPage>
  )
}
