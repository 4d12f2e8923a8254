import { getMessages, getTranslations } from 'next-intl/server'
import { PauseNotes } from '#components/organisers/campaign/PauseNotes.tsx'
import type { CampaignRun } from '#lib/campaign/campaign-run.ts'
import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { writePauseNotesAction } from './actions.ts'

type PauseNotesSectionProps = {
  locale: string
  run: CampaignRun
  query: Record<string, string | string[] | undefined>
}

/** The sentence of a pause in each language: what was typed and refused, or what is kept. */
export async function PauseNotesSection({ locale, run, query }: PauseNotesSectionProps) {
  const [{ organisers, form }, t] = await Promise.all([
    getMessages({ locale }),
    getTranslations({ locale, namespace: 'organisers.campaign.notes' }),
  ])
  const errors: [string, string][] = Object.entries(form.errors.statement)
  return (
    <PauseNotes
      lead={t('lead', { sentence: form.paused.lead })}
      notes={languages().map(language => {
        const typed = query[`note-${language}`]
        return {
          language,
          label: readMessages(language).site.languageName,
          value: typeof typed === 'string' ? typed : (run.pauseNotes[language] ?? ''),
          error: errors.find(([code]) => code === query[`fault-${language}`])?.[1],
        }
      })}
      action={writePauseNotesAction.bind(null, locale)}
      words={{ ...organisers.campaign.notes, typedBack: organisers.frame.typedBack }}
    />
  )
}
