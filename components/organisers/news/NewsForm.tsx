'use client'

import styles from '#components/organisers/common/Draft.module.css'
import { DraftForm, type DraftFormProps } from '#components/organisers/common/DraftForm.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { WritingRoom } from '#components/organisers/writing/WritingRoom.tsx'
import type { WritingWords } from '#components/organisers/writing/writing-words.ts'
import { Field } from '#components/ui/Field.tsx'
import { type Option, Select } from '#components/ui/Select.tsx'
import type { Messages } from '#lib/text/messages.ts'
import { NewsTextFields } from './NewsTextFields.tsx'

type NewsFormProps = Omit<DraftFormProps, 'words'> & {
  languages: { language: string; name: string }[]
  countries: Option[]
  words: Messages['organisers']['news']['form'] & { country: string } & DraftFormProps['words']
  writing: WritingWords
}

/** What is known of it, and its words in every language. */
export function NewsForm({ languages, countries, writing, ...draft }: NewsFormProps) {
  const { words } = draft
  return (
    <WorkSection id="text" title={words.heading} lead={words.markdown}>
      <DraftForm {...draft}>
        {fieldOf => (
          <>
            <div className={styles.line}>
              <Select
                {...fieldOf('kind')}
                label={words.kind}
                none={words.kinds.news}
                options={[{ code: 'answer', name: words.kinds.answer }]}
                hint={words.kindHint}
              />
              <Field {...fieldOf('day')} type="date" label={words.day} />
              <Field {...fieldOf('source')} type="url" label={words.source} autoComplete="off" />
              <Select
                {...fieldOf('country')}
                label={words.country}
                none={words.noCountry}
                options={countries}
              />
            </div>
            <WritingRoom words={writing}>
              <div className={styles.languages}>
                {languages.map(each => (
                  <NewsTextFields key={each.language} {...each} fieldOf={fieldOf} words={words} />
                ))}
              </div>
            </WritingRoom>
          </>
        )}
      </DraftForm>
    </WorkSection>
  )
}
