import { getMessages } from 'next-intl/server'
import { BroadcastPreview } from '#components/organisers/broadcasts/BroadcastPreview.tsx'
import { languagesOf, readBroadcastBody } from '#lib/broadcasts/broadcast-texts.ts'
import type { ShownBroadcast } from '#lib/broadcasts/read-broadcasts.ts'
import { previewBroadcast } from '#lib/mail/preview-broadcast.ts'
import { readMessages } from '#lib/text/messages.ts'

type PreviewSectionProps = { locale: string; broadcast: ShownBroadcast }

/** The broadcast as it will arrive, in every language that can be sent already. */
export async function PreviewSection({ locale, broadcast }: PreviewSectionProps) {
  const { broadcasts: words } = (await getMessages({ locale })).organisers
  const mails = languagesOf(broadcast).flatMap(language => {
    const message = previewBroadcast(broadcast, language)
    const href = `/${locale}/organisers/broadcasts/${broadcast.id}/preview?language=${language}`
    const name = readMessages(language).site.languageName
    if (!message) return []
    const { subject, text } = message
    const blocks = readBroadcastBody(broadcast.texts[language]?.body ?? '')
    return [{ language, name, href, subject, blocks, text }]
  })
  return <BroadcastPreview mails={mails} words={words.preview} />
}
