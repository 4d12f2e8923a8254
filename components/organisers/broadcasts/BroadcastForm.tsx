'use client'

import styles from '#components/organisers/common/Draft.module.css'
import { DraftForm, type DraftFormProps } from '#components/organisers/common/DraftForm.tsx'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Field, TextArea } from '#components/ui/Field.tsx'
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
}

/** A subject and Markdown in every language, and for whom. */
export function BroadcastForm(props: BroadcastFormProps) {
  const { languages, countries, kinds, categories, isForEveryone, ...draft } = props
  const { words } = draft
  return (
    <WorkSection id="text" title={words.heading} lead={words.markdown}>
      <DraftForm {...draft}>
        {fieldOf => (
          <>
            <div className={styles.languages}>
              {languages.map(({ language, name }) => (
                <fieldset key={language} className={styles.language}>
                  <legend lang={language}>{name}</legend>
                  <Field
                    {...fieldOf(`subject-${language}`)}
                    label={words.subject}
                    autoComplete="off"
                  />
                  <TextArea {...fieldOf(`body-${language}`)} label={words.body} rows={14} />
                </fieldset>
              ))}
            </div>
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
