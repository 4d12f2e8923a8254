import { getMessages, getTranslations } from 'next-intl/server'
import type { ContentMistake } from '#lib/content/content-error.ts'
import type { FieldMistake } from '#lib/editing/parts/part.ts'
import { formatMistakes } from '../format-mistakes.ts'

/** What is wrong, in words: at each field, and of the whole. */
export async function mistakeWords(
  locale: string,
  mistakes: FieldMistake[],
  others: ContentMistake[],
) {
  const [t, { organisers }] = await Promise.all([
    getTranslations({ locale, namespace: 'organisers' }),
    getMessages({ locale }),
  ])
  const said = ({ code, values }: FieldMistake['fault']) => {
    // What is typed into a field is asked for in other words than what stands in a file.
    if (isKey(code, organisers.settings.reasons)) return t(`settings.reasons.${code}`, values)
    return isKey(code, organisers.contentMistakes.faults)
      ? t(`contentMistakes.faults.${code}`, values)
      : code
  }
  const fields: Record<string, string> = {}
  for (const { field, fault } of mistakes) fields[field] ??= said(fault)
  const files = await formatMistakes(locale, others)
  return { sentence: organisers.settings.mistaken, mistakes: { fields, files } }
}

function isKey<T extends object>(code: PropertyKey, words: T): code is keyof T {
  return Object.hasOwn(words, code)
}
