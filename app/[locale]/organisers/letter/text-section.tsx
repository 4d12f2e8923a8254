import { getMessages } from 'next-intl/server'
import { LetterForm } from '#components/organisers/letter/LetterForm.tsx'
import { writingWords } from '#components/organisers/writing/writing-words.ts'
import { languages } from '#lib/content/languages.ts'
import { letterField, paragraphField } from '#lib/editing/letter-mistakes.ts'
import { LETTER_FIELDS, type LetterTexts } from '#lib/editing/letter-source.ts'
import { readLetterDrafts } from '#lib/editing/write-letter.ts'
import { readMessages } from '#lib/text/messages.ts'
import { writeLetterAction } from './actions.ts'
import { paragraphRows } from './letter-fields.ts'

/** The form of the letter, as its files have it now. */
export async function TextSection({ locale }: { locale: string }) {
  const { organisers } = await getMessages({ locale })
  const words = organisers.letter.form
  const drafts = Object.entries(readLetterDrafts(languages()))
  const letters = Object.fromEntries(drafts.map(([language, { texts }]) => [language, texts]))
  const rows = paragraphRows(letters)
  return (
    <LetterForm
      id="letter"
      read={JSON.stringify(Object.fromEntries(drafts.map(([lang, { seen }]) => [lang, seen])))}
      fields={Object.fromEntries(
        Object.entries(letters).flatMap(([language, texts]) =>
          fieldsOf(language, texts, rows.length, words),
        ),
      )}
      languages={languages().map(language => ({ language, name: nameOf(language) }))}
      lines={LETTER_FIELDS}
      rows={rows}
      action={writeLetterAction.bind(null, locale)}
      href={`/${locale}/organisers/letter`}
      words={{ ...words, ...organisers.editConflict, typedBack: organisers.frame.typedBack }}
      writing={writingWords(organisers)}
    />
  )
}

type Words = { paragraph: string } & Record<(typeof LETTER_FIELDS)[number], string>

function fieldsOf(lang: string, texts: LetterTexts, rows: number, words: Words) {
  const lines = LETTER_FIELDS.map(
    name =>
      [
        letterField(name, lang),
        { lang, label: `${words[name]} · ${nameOf(lang)}`, value: texts[name] },
      ] as const,
  )
  const paragraphs = Array.from({ length: rows }, (_, row) => {
    const label = `${words.paragraph} ${row + 1} · ${nameOf(lang)}`
    return [
      paragraphField(row + 1, lang),
      { lang, label, value: texts.paragraphs[row] ?? '' },
    ] as const
  })
  return [...lines, ...paragraphs]
}

function nameOf(language: string) {
  return readMessages(language).site.languageName
}
