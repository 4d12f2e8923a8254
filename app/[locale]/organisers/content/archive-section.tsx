import { getMessages } from 'next-intl/server'
import work from '#components/organisers/common/Work.module.css'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { wordFor } from '#components/ui/word-for.ts'

type ArchiveSectionProps = { locale: string; fault: string | string[] | undefined }

/** The content as a ZIP: downloaded, and uploaded from elsewhere. */
export async function ArchiveSection({ locale, fault }: ArchiveSectionProps) {
  const { archive: words } = (await getMessages({ locale })).organisers.content
  const path = `/${locale}/organisers/content`
  return (
    <WorkSection id="archive" title={words.heading} lead={words.lead}>
      <form action={`${path}/file`} method="post">
        <Button type="submit">{words.take}</Button>
      </form>
      <form
        action={`${path}/upload`}
        method="post"
        encType="multipart/form-data"
        className={work.form}
      >
        <Field
          id="file"
          name="file"
          type="file"
          accept=".zip,application/zip"
          label={words.label}
          hint={words.hint}
          error={wordFor(words.faults, fault)}
          required
        />
        <Button type="submit" look="quiet">
          {words.bring}
        </Button>
      </form>
    </WorkSection>
  )
}
