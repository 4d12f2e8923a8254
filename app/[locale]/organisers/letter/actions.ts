'use server'

import { getMessages, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import type { DraftFormState } from '#components/organisers/common/DraftForm.tsx'
import { languages } from '#lib/content/languages.ts'
import type { LetterMistake } from '#lib/editing/letter-mistakes.ts'
import { type LookAtLetterOutcome, lookAtLetter } from '#lib/editing/look-at-letter.ts'
import { publishChangedLetter } from '#lib/editing/publish-changed-letter.ts'
import { type WriteLetterOutcome, writeLetter } from '#lib/editing/write-letter.ts'
import { LEVELS } from '#lib/versions/publish-letter.ts'
import { consoleAction, consoleFormAction } from '../console-action.ts'
import { keptTyping } from '../edit-conflict.ts'
import { noFields, seenFiles, text, textOf, typedTexts } from '../form-values.ts'
import { formatMistakes } from '../format-mistakes.ts'
import { typedLetter } from './letter-fields.ts'
import { previewLinks } from './preview-links.ts'

/** Saves the letter in all languages, or says why not; or keeps it for a look, and saves nothing. */
export const writeLetterAction = consoleFormAction(
  'write-content',
  z.object({ read: seenFiles, look: text }),
  async ({ read, look }, { organiser, locale, form }): Promise<DraftFormState | string> => {
    if (look) return asItStands(locale, form, await lookAtLetter(organiser, typedLetter(form)))
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
  return {
    sentence: t(`outcomes.${result.outcome}`),
    typed: typedTexts(form),
    mistakes: {
      fields: await formatFieldMistakes(
        locale,
        result.outcome === 'incomplete' ? result.fields : [],
      ),
      files: result.outcome === 'mistaken' ? await formatMistakes(locale, result.mistakes) : [],
    },
  }
}

async function asItStands(
  locale: string,
  form: FormData,
  { readable, fields, others }: LookAtLetterOutcome,
): Promise<DraftFormState> {
  const { letter: words } = (await getMessages({ locale })).organisers
  const { look, ...typed } = typedTexts(form)
  return {
    sentence: readable.length > 0 ? words.preview.typed : words.preview.unreadable,
    typed,
    previews: previewLinks(readable, words.preview, true),
    mistakes: {
      fields: await formatFieldMistakes(locale, fields),
      files: await formatMistakes(locale, others),
    },
  }
}

async function formatFieldMistakes(locale: string, fields: Iterable<[string, LetterMistake]>) {
  const t = await getTranslations({ locale, namespace: 'organisers.letter.mistakes' })
  return Object.fromEntries([...fields].map(([name, code]) => [name, t(code)]))
}
