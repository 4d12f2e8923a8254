'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/DraftForm.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { cancelUpdate, pauseUpdate, resumeUpdate } from '#lib/broadcasts/hold-update.ts'
import { readUpdate } from '#lib/broadcasts/read-updates.ts'
import { askToStartUpdate, startUpdate } from '#lib/broadcasts/start-update.ts'
import { testUpdate } from '#lib/broadcasts/test-update.ts'
import { beginUpdate, discardUpdate, writeUpdate } from '#lib/broadcasts/write-update.ts'
import { languages } from '#lib/content/languages.ts'
import { organiserWhoMay } from '../access.ts'
import { keptTyping } from '../edit-conflict.ts'
import { idIn, textOf } from '../form-values.ts'
import { showPage } from '../show-page.ts'

/** Begins a draft. */
export async function beginUpdateAction(locale: string) {
  const id = await beginUpdate(await organiserWhoMay('write-to-signatories', locale))
  showPage(`/${locale}/organisers/updates/${id}`)
}

/** Keeps what was typed; where somebody has saved since it was read, its writer decides. */
export async function writeUpdateAction(
  locale: string,
  _previous: DraftFormState,
  form: FormData,
): Promise<DraftFormState> {
  const { organiser, id } = await whoAndWhich(locale, form)
  const texts = Object.fromEntries(
    languages().map(language => [
      language,
      { subject: textOf(form, `subject-${language}`), body: textOf(form, `body-${language}`) },
    ]),
  )
  const typed = { texts, country: form.get('country') || null, kind: form.get('kind') || null }
  const read = { id, subject: textOf(form, 'read') }
  const result = await writeUpdate(organiser, read, typed)
  if (result.outcome === 'changed') return keptTyping(locale, form, result.by)
  back(locale, id, result.outcome)
}

/** Throws a draft away. */
export async function discardUpdateAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form)
  const said = (await discardUpdate(organiser, id)) ? 'discarded' : 'no-draft'
  showPage(`/${locale}/organisers/updates?said=${said}`)
}

/** Sends a test to who asks for it. */
export async function testUpdateAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form)
  const { outcome } = await testUpdate(organiser, id)
  back(locale, id, outcome === 'sent' ? 'tested' : outcome)
}

/** Asks a second organiser to approve it. */
export async function askToStartAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form, { fresh: true })
  const subject = (await readUpdate(id))?.texts[locale]?.subject ?? ''
  const t = await getTranslations({ locale, namespace: 'organisers.updates' })
  const { outcome } = await askToStartUpdate(
    organiser,
    readSent(id, form),
    t('reason', { subject }),
  )
  back(locale, id, outcome)
}

/** Sends it to everyone who wished it. */
export async function startUpdateAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form, { fresh: true })
  back(locale, id, (await startUpdate(organiser, readSent(id, form))).outcome)
}

const MOVES = { pause: pauseUpdate, resume: resumeUpdate, cancel: cancelUpdate }

/** Pauses, resumes or cancels one that is under way. */
export async function moveUpdateAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form)
  const move = z.enum(['pause', 'resume', 'cancel']).safeParse(form.get('move'))
  if (move.success) await MOVES[move.data](organiser, id)
  back(locale, id, '')
}

type WhoAndWhich = { organiser: Organiser; id: string }

async function whoAndWhich(
  locale: string,
  form: FormData,
  options: { fresh?: boolean } = {},
): Promise<WhoAndWhich> {
  const organiser = await organiserWhoMay('write-to-signatories', locale, options)
  const id = idIn(form)
  if (!id) showPage(`/${locale}/organisers/updates`)
  return { organiser, id }
}

/** What stood on the page: another organiser may have written on since. */
function readSent(id: string, form: FormData) {
  return { id, subject: textOf(form, 'subject') }
}

function back(locale: string, id: string, said: string): never {
  showPage(`/${locale}/organisers/updates/${id}${said && `?said=${said}`}`)
}
