import { getMessages } from 'next-intl/server'
import { BroadcastPreview } from '#components/organisers/broadcasts/BroadcastPreview.tsx'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { languages } from '#lib/content/languages.ts'
import { previewBroadcast } from '#lib/mail/preview-broadcast.ts'
import { readMessages } from '#lib/text/messages.ts'

type PreviewSectionProps = { locale: string; broadcast: ShownBroadcast }

/** The broadcast as it will arrive, in every language that can be sent already. */
export async function PreviewSection({ locale, broadcast }: PreviewSectionProps) {
  const { broadcasts: words } = (await getMessages({ locale })).organisers
  const mails = languages().flatMap(language => {
    const message = previewBroadcast(broadcast, language)
    const href = `/${locale}/organisers/broadcasts/${broadcast.id}/preview?language=${language}`
    const name = readMessages(language).site.languageName
    return message ? [{ language, name, href, subject: message.subject, text: message.text }] : []
  })
  return <BroadcastPreview mails={mails} words={words.preview} />
}
