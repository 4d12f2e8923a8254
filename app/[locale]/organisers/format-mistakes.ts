import { getTranslations } from 'next-intl/server'
import type { ContentMistake } from '#lib/content/content-error.ts'
import { pathOf } from '#lib/editing/check-as-it-would-be.ts'

/** A file of the content, and what is wrong in it, a sentence each. */
export type MistakenFile = { path: string; sentences: string[] }

/** What the checks of the start find wrong, in the organiser's language, file by file. */
export async function formatMistakes(
  locale: string,
  mistakes: ContentMistake[],
): Promise<MistakenFile[]> {
  const t = await getTranslations({ locale, namespace: 'organisers.contentMistakes' })
  const stepOf = (step: string | number) =>
    typeof step === 'number' ? t('entry', { number: step + 1 }) : step
  const sentenceOf = ({ file, line, place = [], code, values }: ContentMistake) => {
    const sentence = t(`faults.${code}`, { ...values, file })
    if (line !== undefined) return t('inLine', { line, sentence })
    if (place.length === 0) return sentence
    return t('atPlace', { place: place.map(stepOf).join(', '), sentence })
  }
  return [...Map.groupBy(mistakes, ({ file }) => pathOf(file))].map(([path, found]) => ({
    path,
    sentences: found.map(sentenceOf),
  }))
}
