import { getMessages } from 'next-intl/server'
import { z } from 'zod'
import { WorkSection } from '#components/organisers/common/WorkSection.tsx'
import { ChangeMistakes } from '#components/organisers/content/ChangeMistakes.tsx'
import { FileChanges } from '#components/organisers/content/FileChanges.tsx'
import { SaveTable } from '#components/organisers/content/SaveTable.tsx'
import { OneButton } from '#components/organisers/signatures/OneButton.tsx'
import { foreseeMistakes } from '#lib/editing/check-as-it-would-be.ts'
import { listSaves, readSave } from '#lib/editing/saves.ts'
import { formatMistakes } from '../format-mistakes.ts'
import { formatterIn } from '../formatter.ts'
import { undoSaveAction } from './actions.ts'
import { shownChanges } from './shown-changes.ts'

type SavesSectionProps = {
  locale: string
  shown: string | string[] | undefined
  /** Whether the checks have just refused to undo the save that is shown. */
  isMistaken: boolean
}

/** What was saved in the console; of one save its difference, and the button that undoes it. */
export async function SavesSection({ locale, shown, isMistaken }: SavesSectionProps) {
  const [{ organisers }, format, saves] = await Promise.all([
    getMessages({ locale }),
    formatterIn(locale),
    listSaves(),
  ])
  const words = organisers.content
  const { data: id } = z.uuid().safeParse(shown)
  const save = id ? await readSave(id) : null
  const undone = save?.files.map(({ path, before }) => ({ path, text: before })) ?? []
  const mistakes = isMistaken ? await formatMistakes(locale, await foreseeMistakes(undone)) : []
  const timeOf = (time: Date) => format.dateTime(time, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <WorkSection id="saves" title={words.saves.heading} lead={words.saves.lead}>
      {save && (
        <section aria-labelledby="save">
          <h3 id="save">{timeOf(save.savedAt)}</h3>
          <FileChanges
            files={shownChanges(save.files, words.changes)}
            words={{ show: words.changes.show }}
          />
          <ChangeMistakes words={words} files={mistakes} />
          <OneButton
            action={undoSaveAction.bind(null, locale)}
            fields={{ id: save.id }}
            label={words.saves.button}
          />
        </section>
      )}
      <SaveTable
        label={words.saves.heading}
        saves={saves.map(({ savedAt, undoes, ...each }) => ({
          ...each,
          time: timeOf(savedAt),
          isUndo: undoes !== null,
          href: `/${locale}/organisers/content?save=${each.id}#saves`,
        }))}
        words={words.saves}
      />
    </WorkSection>
  )
}
