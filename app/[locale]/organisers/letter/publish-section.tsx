import { getMessages, getTranslations } from 'next-intl/server'
import { PublishLetter } from '#components/organisers/letter/PublishLetter.tsx'
import { readWaitingLetter } from '#lib/editing/publish-changed-letter.ts'
import { countToAsk } from '#lib/signatures/count-to-ask.ts'
import { readMessages } from '#lib/text/messages.ts'
import { whatChangedForReaders } from '#lib/versions/what-changed.ts'
import { publishLetterAction } from './actions.ts'

/** A changed letter that people have signed, and what is to be said of it; nothing where none waits. */
export async function PublishSection({ locale }: { locale: string }) {
  const [{ organisers, versions }, t, waiting] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.letter.publish' }),
    readWaitingLetter(),
  ])
  const texts = await Promise.all(
    waiting.map(async ({ language, version, published, text }) => ({
      language,
      name: readMessages(language).site.languageName,
      version,
      paragraphs: whatChangedForReaders(published, text, language),
      asked: t('asked', { count: await countToAsk(language) }),
    })),
  )
  return (
    <PublishLetter
      locale={locale}
      texts={texts}
      action={publishLetterAction.bind(null, locale)}
      words={organisers.letter.publish}
      versions={versions}
    />
  )
}
