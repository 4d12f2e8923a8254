import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { NoteFields } from '#components/organisers/campaign/NoteFields.tsx'
import { Checkbox } from '#components/ui/Checkbox.tsx'
import { Choice } from '#components/ui/Choice.tsx'
import { countBoundSignatures } from '#lib/campaign/bound-signatures.ts'
import type { CampaignRun } from '#lib/campaign/campaign-run.ts'
import { extendedClosing } from '#lib/campaign/extend-closing.ts'
import type { CampaignMove } from '#lib/campaign/states.ts'
import { countTrials } from '#lib/campaign/trials.ts'
import { formatterIn } from '../formatter.ts'
import { noteFields } from './note-fields.ts'

type Query = Record<string, string | string[] | undefined>

/** What a transition asks besides its button: a sentence, a later date, what becomes of a preview's signatures. */
export async function moveFields(locale: string, run: CampaignRun, query: Query) {
  const { campaign: words } = (await getMessages({ locale })).organisers
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  const pause = await noteFields(locale, query, {
    kind: 'pause',
    kept: run.pauseNotes,
    label: language => t('notes.label', { language }),
    required: words.notes.required,
  })
  const closing = await noteFields(locale, query, {
    kind: 'closing',
    kept: run.closingNotes,
    label: language => t('closing.label', { language }),
    required: words.notes.required,
  })
  const fields: Partial<Record<CampaignMove, ReactNode>> = {
    pause: <NoteFields notes={pause} required />,
    close: <NoteFields notes={closing} />,
    resume: await extendField(locale, run),
    open: await trialsField(locale),
    conceal: query.notice === 'ask-again' && (await sureField(locale)),
  }
  return fields
}

async function extendField(locale: string, run: CampaignRun) {
  const extended = extendedClosing(run, new Date())
  if (!extended || !run.closesAt) return null
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  const format = formatterIn(locale)
  const said = (date: Date) => format.dateTime(date, { dateStyle: 'full', timeStyle: 'short' })
  const { days, closesAt } = extended
  const label = t('resume.extend', { days, date: said(closesAt), former: said(run.closesAt) })
  return <Checkbox id="extend" name="extend" label={label} />
}

/** Asked a second time, with the number of those from whom the letter is taken. */
async function sureField(locale: string) {
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  return (
    <>
      <p role="note">{t('conceal.sure', { count: await countBoundSignatures() })}</p>
      <input type="hidden" name="sure" value="on" />
    </>
  )
}

async function trialsField(locale: string) {
  const count = await countTrials()
  if (count === 0) return null
  const { trials: words } = (await getMessages({ locale })).organisers.campaign
  const t = await getTranslations({ locale, namespace: 'organisers.campaign' })
  return (
    <Choice
      id="trials"
      name="trials"
      legend={t('trials.legend', { count })}
      chosen=""
      answers={[
        { value: 'remove', label: words.remove },
        { value: 'keep', label: words.keep },
      ]}
    />
  )
}
