'use client'

import styles from '#components/organisers/common/Draft.module.css'
import { DraftForm, type DraftFormProps } from '#components/organisers/common/DraftForm.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { MarkdownArea } from '#components/organisers/writing/MarkdownArea.tsx'
import { WritingRoom } from '#components/organisers/writing/WritingRoom.tsx'
import type { WritingWords } from '#components/organisers/writing/writing-words.ts'
import { Field } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'

type BroadcastFormProps = Omit<DraftFormProps, 'words'> & {
  languages: { language: string; name: string }[]
  countries: Option[]
  kinds: Option[]
  categories: Option[]
  /** Whether nobody is left out, so that there is nothing to choose. */
  isForEveryone: boolean
  words: Messages['organisers']['broadcasts']['form'] & {
    country: string
    category: string
    language: string
  } & DraftFormProps['words']
  writing: WritingWords
}

/** A subject and Markdown in every language, and for whom. */
export function BroadcastForm(props: BroadcastFormProps) {
  const { languages, countries, kinds, categories, isForEveryone, writing, ...draft } = props
  const { words } = draft
  return (
    <WorkSection id="text" title={words.heading} lead={words.markdown}>
      <DraftForm {...draft}>
        {fieldOf => (
          <>
            <WritingRoom words={writing}>
              <div className={styles.languages}>
                {languages.map(({ language, name }) => (
                  <fieldset key={language} className={styles.language}>
                    <legend lang={language}>{name}</legend>
                    <Field
                      {...fieldOf(`subject-${language}`)}
                      label={words.subject}
                      autoComplete="off"
                    />
                    <MarkdownArea {...fieldOf(`body-${language}`)} label={words.body} rows={14} />
                  </fieldset>
                ))}
              </div>
            </WritingRoom>
            {!isForEveryone && (
              <div className={styles.languages}>
                <Select
                  {...fieldOf('country')}
                  label={words.country}
                  none={words.everywhere}
                  options={countries}
                />
                <Select
                  {...fieldOf('kind')}
                  label={words.kind}
                  none={words.everybody}
                  options={kinds}
                />
                <Select
                  {...fieldOf('category')}
                  label={words.category}
                  none={words.anyCategory}
                  options={categories}
                />
                <Select
                  {...fieldOf('language')}
                  label={words.language}
                  none={words.anyLanguage}
                  options={languages.map(({ language, name }) => ({ code: language, name }))}
                />
                <Field {...fieldOf('confirmedSince')} type="date" label={words.confirmedSince} />
                <Select
                  {...fieldOf('onlyUnwritten')}
                  label={words.unwritten}
                  none={words.unwrittenToo}
                  options={[{ code: 'on', name: words.unwrittenOnly }]}
                />
              </div>
            )}
          </>
        )}
      </DraftForm>
    </WorkSection>
  )
}
