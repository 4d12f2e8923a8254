'use client'

import draft from '#components/organisers/common/Draft.module.css'
import { DraftForm, type DraftFormProps } from '#components/organisers/common/DraftForm.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { MarkdownArea } from '#components/organisers/writing/MarkdownArea.tsx'
import { WritingRoom } from '#components/organisers/writing/WritingRoom.tsx'
import type { WritingWords } from '#components/organisers/writing/writing-words.ts'
import { Field, TextArea } from '#components/ui/Field.tsx'
import type { Messages } from '#lib/text/messages.ts'
import styles from './LetterForm.module.css'
import { ParityNow } from './ParityNow.tsx'

/** Characters on a line of a paragraph's field, about: a field is as high as its text. */
const CHARACTERS_ON_A_LINE = 48
const FEWEST_LINES = 2

type LetterFormProps = Omit<DraftFormProps, 'words'> & {
  languages: { language: string; name: string }[]
  /** Names of the lines above the letter. */
  lines: readonly ('title' | 'description' | 'addressee' | 'launchedBy' | 'date')[]
  /** Names of the fields of each row of paragraphs, one for each language. */
  rows: string[][]
  words: Messages['organisers']['letter']['form'] & DraftFormProps['words']
  writing: WritingWords
}

/** The letter in all languages, side by side, paragraph for paragraph. */
export function LetterForm({ languages, lines, rows, writing, ...form }: LetterFormProps) {
  const { words, fields } = form
  const labels = Object.fromEntries(
    Object.entries(fields).map(([name, { label }]) => [name, label] as const),
  )
  return (
    <WorkSection id="text" title={words.heading} lead={words.lead}>
      <DraftForm {...form}>
        {fieldOf => (
          <>
            <div className={draft.languages}>
              {languages.map(({ language, name }) => (
                <fieldset key={language} className={draft.language}>
                  <legend lang={language}>{name}</legend>
                  {lines.map(line => {
                    const said = { label: words[line], hint: words.hints[line] }
                    const control = fieldOf(`${line}-${language}`)
                    if (line === 'description')
                      return <TextArea key={line} {...control} {...said} rows={3} />
                    const type = line === 'date' ? 'date' : 'text'
                    return (
                      <Field key={line} {...control} {...said} type={type} autoComplete="off" />
                    )
                  })}
                </fieldset>
              ))}
            </div>
            <div className={styles.paragraphs}>
              <h3>{words.paragraphs}</h3>
              <p className={styles.help}>{words.help}</p>
              <WritingRoom words={writing}>
                {rows.map(row => (
                  <div key={row[0]} className={styles.row}>
                    {row.map(name => (
                      <MarkdownArea
                        key={name}
                        {...fieldOf(name)}
                        label={labels[name] ?? ''}
                        rows={linesOf(fields[name]?.value ?? '')}
                      />
                    ))}
                  </div>
                ))}
              </WritingRoom>
              <p className={styles.help}>{words.more}</p>
              <ParityNow rows={rows} labels={labels} words={words.parity} />
            </div>
          </>
        )}
      </DraftForm>
    </WorkSection>
  )
}

function linesOf(text: string) {
  return Math.max(FEWEST_LINES, Math.ceil(text.length / CHARACTERS_ON_A_LINE))
}
