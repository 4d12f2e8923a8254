'use server'

import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { languages } from '#lib/content/languages.ts'
import { publishChangedLetter } from '#lib/editing/publish-changed-letter.ts'
import { type WriteLetterOutcome, writeLetter } from '#lib/editing/write-letter.ts'
import { LEVELS } from '#lib/versions/publish-letter.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { keptTyping } from '../edit-conflict.ts'
import { noFields, seenFiles, textOf, typedTexts } from '../form-values.ts'
import { formatMistakes } from '../format-mistakes.ts'
import { typedLetter } from './letter-fields.ts'

/** Saves the letter in all languages, or says why not. */
export const writeLetterAction = consoleFormAction(
  'write-content',
  z.object({ read: seenFiles }),
  async ({ read }, { organiser, locale, form }): Promise<DraftFormState | string> => {
    const result = await writeLetter(organiser, read, typedLetter(form))
    if (result.outcome === 'conflict') {
      return keptTyping(locale, form, result.files.find(({ by }) => by)?.by ?? null)
    }
    if (result.outcome === 'written' || result.outcome === 'unchanged') {
      return `letter?notice=${result.outcome}`
    }
    return notSaved(locale, form, result)
  },
)

/** Publishes what waits, as a correction or a material change. */
export const publishLetterAction = consoleAction(
  { capability: 'write-content', fresh: true },
  noFields,
  async (_, { organiser, form }) => {
    const decided = languages().map(language => [
      language,
      {
        level: LEVELS.find(each => each === textOf(form, `level-${language}`)),
        version: textOf(form, `version-${language}`),
      },
    ])
    const { outcome } = await publishChangedLetter(organiser, Object.fromEntries(decided))
    return `letter?notice=${outcome}`
  },
)

async function notSaved(
  locale: string,
  form: FormData,
  result: Extract<WriteLetterOutcome, { outcome: 'incomplete' | 'mistaken' | 'read-only' }>,
): Promise<DraftFormState> {
  const t = await getTranslations({ locale, namespace: 'organisers.letter' })
  const fields = result.outcome === 'incomplete' ? [...result.fields] : []
  return {
    sentence: t(`outcomes.${result.outcome}`),
    typed: typedTexts(form),
    mistakes: {
      fields: Object.fromEntries(fields.map(([name, code]) => [name, t(`mistakes.${code}`)])),
      files: result.outcome === 'mistaken' ? await formatMistakes(locale, result.mistakes) : [],
    },
  }
}
