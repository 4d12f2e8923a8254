import { getMessages, getTranslations } from 'next-intl/server'
import { NoteList } from '#components/organisers/signatures/NoteList.tsx'
import type { SignatureDetail } from '#lib/moderation/read-signature.ts'
import { queryOf, type TableQuery } from '#lib/signatures/filters/filters.ts'
import { isolated } from '#lib/text/isolated.ts'
import { deleteNoteAction, writeNoteAction } from '../actions.ts'
import { timeFormat } from './format-time.ts'

type NotesProps = {
  locale: string
  signatureId: string
  notes: SignatureDetail['notes']
  /** The search that led here. */
  query: TableQuery
}

/** What colleagues noted about a signature. */
export async function Notes({ locale, signatureId, notes, query }: NotesProps) {
  const { notes: words } = (await getMessages({ locale })).organisers.signatures
  const t = await getTranslations({ locale, namespace: 'organisers.signatures.notes' })
  const when = await timeFormat(locale)
  return (
    <NoteList
      signature={{ id: signatureId, search: queryOf(query) }}
      notes={notes.map(({ id, text, at, by }) => ({
        id,
        text,
        by: by ? t('by', { who: isolated(by), when: when(at) ?? '' }) : (when(at) ?? ''),
      }))}
      write={writeNoteAction.bind(null, locale)}
      remove={deleteNoteAction.bind(null, locale)}
      words={words}
    />
  )
}
