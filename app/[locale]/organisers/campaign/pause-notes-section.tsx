import { getMessages, getTranslations } from 'next-intl/server'
import { PauseNotes } from '#components/organisers/campaign/PauseNotes.tsx'
import type { CampaignRun } from '#lib/campaign/campaign-run.ts'
import { writePauseNotesAction } from './actions.ts'
import { noteFields } from './note-fields.ts'

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
  return (
    <PauseNotes
      lead={t('lead', { sentence: form.paused.lead })}
      notes={
        await noteFields(locale, query, {
          kind: 'pause',
          kept: run.pauseNotes,
          label: language => t('label', { language }),
          required: t('required'),
        })
      }
      action={writePauseNotesAction.bind(null, locale)}
      words={{ ...organisers.campaign.notes, typedBack: organisers.frame.typedBack }}
    />
  )
}
