'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { languages } from '#lib/content/languages.ts'
import { moveNews } from '#lib/news/move-news.ts'
import { NEWS_MOVES, type NewsMove } from '#lib/news/states.ts'
import { beginNews, discardNews, writeNews } from '#lib/news/write-news.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { keptTyping } from '../edit-conflict.ts'
import { idField, noFields, text } from '../form-values.ts'

const moves = z.enum(Object.keys(NEWS_MOVES) as NewsMove[])

/** Creates a piece of news. */
export const beginNewsAction = consoleAction(
  'write-news',
  noFields,
  async (_, { organiser }) => `news/${await beginNews(organiser)}`,
)

/** Saves a draft; on an edit conflict its writer decides. */
export const writeNewsAction = consoleFormAction(
  'write-news',
  idField.extend({ read: text }),
  async ({ id, read }, { organiser, locale, form }): Promise<DraftFormState | string> => {
    const result = await writeNews(organiser, { id, changedAt: read }, typedIn(form))
    if (result.outcome === 'changed') return keptTyping(locale, form, result.by)
    return `news/${id}?notice=${result.outcome}`
  },
)

/** Deletes a draft. */
export const discardNewsAction = consoleAction(
  'write-news',
  idField,
  async ({ id }, { organiser }) => {
    const isGone = await discardNews(organiser, id)
    return `news?notice=${isGone ? 'discarded' : 'not-possible'}`
  },
)

/** Publishes or withdraws; the pages follow at once. */
export const moveNewsAction = consoleAction(
  'write-news',
  idField.extend({ move: moves, changedAt: text }),
  async ({ move, ...read }, { organiser }) => {
    const { outcome } = await moveNews(organiser, read, move)
    revalidatePath('/', 'layout')
    return `news/${read.id}?notice=${outcome}`
  },
)

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
