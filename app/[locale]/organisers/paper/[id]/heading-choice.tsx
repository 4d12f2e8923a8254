import { getMessages, getTranslations } from 'next-intl/server'
import { HeadingForm } from '#components/organisers/paper/HeadingForm.tsx'
import type { PaperBatch } from '#lib/database/types.ts'
import { NO_HEADING, readHeadingChoices } from '#lib/paper/choose-heading.ts'
import { chooseHeadingAction } from '../actions.ts'

/** Which row of a list names its columns. */
export async function HeadingChoice({ locale, batch }: { locale: string; batch: PaperBatch }) {
  const { heading: words } = (await getMessages({ locale })).organisers.paper.columns
  const t = await getTranslations({ locale, namespace: 'organisers.paper.columns.heading' })
  const choices = await readHeadingChoices(batch)
  return (
    <HeadingForm
      id={batch.id}
      action={chooseHeadingAction.bind(null, locale)}
      chosen={String(batch.headingRow)}
      rows={choices.map(({ number, cells }) => ({
        code: String(number),
        name: t('row', { number, cells: cells.filter(Boolean).join(' · ') }),
      }))}
      none={{ code: String(NO_HEADING), name: words.none }}
      words={words}
    />
  )
}
