'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/DraftForm.tsx'
import type { Organiser } from '#lib/access/organiser.ts'
import { languages } from '#lib/content/languages.ts'
import { moveNews } from '#lib/news/move-news.ts'
import { NEWS_MOVES, type NewsMove } from '#lib/news/states.ts'
import { beginNews, discardNews, writeNews } from '#lib/news/write-news.ts'
import { organiserWhoMay } from '../access.ts'
import { keptTyping } from '../edit-conflict.ts'
import { idIn, textOf } from '../form-values.ts'
import { showPage } from '../show-page.ts'

const moves = z.enum(Object.keys(NEWS_MOVES) as NewsMove[])

/** Begins a piece of news. */
export async function beginNewsAction(locale: string) {
  const id = await beginNews(await organiserWhoMay('write-news', locale))
  showPage(`/${locale}/organisers/news/${id}`)
}

/** Keeps what was typed; where somebody has saved since it was read, its writer decides. */
export async function writeNewsAction(
  locale: string,
  _previous: DraftFormState,
  form: FormData,
): Promise<DraftFormState> {
  const { organiser, id } = await whoAndWhich(locale, form)
  const read = { id, changedAt: textOf(form, 'read') }
  const result = await writeNews(organiser, read, typedIn(form))
  if (result.outcome === 'changed') return keptTyping(locale, form, result.by)
  back(locale, id, result.outcome)
}

/** Throws a draft away. */
export async function discardNewsAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form)
  const said = (await discardNews(organiser, id)) ? 'discarded' : 'not-possible'
  showPage(`/${locale}/organisers/news?said=${said}`)
}

/** Publishes or withdraws; the pages follow at once. */
export async function moveNewsAction(locale: string, form: FormData) {
  const { organiser, id } = await whoAndWhich(locale, form)
  const move = moves.safeParse(form.get('move'))
  if (!move.success) back(locale, id, 'not-possible')
  const read = { id, changedAt: textOf(form, 'changedAt') }
  const { outcome } = await moveNews(organiser, read, move.data)
  revalidatePath('/', 'layout')
  back(locale, id, outcome)
}

type WhoAndWhich = { organiser: Organiser; id: string }

async function whoAndWhich(locale: string, form: FormData): Promise<WhoAndWhich> {
  const organiser = await organiserWhoMay('write-news', locale)
  const id = idIn(form)
  if (!id) showPage(`/${locale}/organisers/news`)
  return { organiser, id }
}

function typedIn(form: FormData) {
  const inLanguage = (language: string) => ({
    title: form.get(`title-${language}`),
    body: form.get(`body-${language}`),
    who: form.get(`who-${language}`),
    quote: form.get(`quote-${language}`),
  })
  return {
    kind: form.get('kind'),
    day: form.get('day'),
    source: form.get('source'),
    country: form.get('country'),
    texts: Object.fromEntries(languages().map(language => [language, inLanguage(language)])),
  }
}

function back(locale: string, id: string, said: string): never {
  showPage(`/${locale}/organisers/news/${id}?said=${said}`)
}
