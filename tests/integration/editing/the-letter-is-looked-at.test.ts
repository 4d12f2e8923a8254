import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { lookAtLetter } from '#lib/editing/look-at-letter.ts'
import { previewLetter } from '#lib/editing/preview-letter.ts'
import { listSaves } from '#lib/editing/saves.ts'
import { tidySaves } from '#lib/editing/tidy-saves.ts'
import { readUnsavedLetter, UNSAVED_KEPT_HOURS } from '#lib/editing/unsaved-letter.ts'
import { readLetterDrafts, writeLetter } from '#lib/editing/write-letter.ts'
import { HOUR_MS } from '#lib/time/time-spans.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { editableContent } from '../../support/site/editable-content.ts'

const LANGUAGES = ['fr', 'en']

let lucie: Organiser
let karim: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
  karim = await anOrganiser('Karim', 'owner')
})

test('Lucie looks at what she types: she alone sees it, no file changes, and a saved letter is forgotten', async () => {
  const site = editableContent()
  const before = site.read('letter/fr.md')
  const form = opened(site)
  Object.assign(form.typed.fr ?? {}, { title: 'Les hôpitaux d’abord' })
  expect(await form.look()).toEqual({
    outcome: 'kept',
    readable: ['fr', 'en'],
    fields: new Map(),
    others: [],
  })
  expect(await seenBy(lucie, site)).toBe('Les hôpitaux d’abord')
  expect(await readUnsavedLetter(karim)).toBeNull()
  expect(site.read('letter/fr.md')).toBe(before)
  expect(await listSaves()).toEqual([])

  Object.assign(form.typed.fr ?? {}, { title: 'Les soins d’abord' })
  await form.look()
  expect(await seenBy(lucie, site)).toBe('Les soins d’abord')
  expect((await form.save()).outcome).toBe('written')
  expect(await readUnsavedLetter(lucie)).toBeNull()
})

test('a language in which something is wrong is told at its field, and holds up no other', async () => {
  const site = editableContent()
  const form = opened(site)
  Object.assign(form.typed.fr ?? {}, { title: '' })
  form.typed.en?.paragraphs.push('One paragraph more.')
  const row = form.typed.en?.paragraphs.length
  expect(await form.look()).toEqual({
    outcome: 'kept',
    readable: ['en'],
    fields: new Map([
      ['title-fr', 'required'],
      [`p${row}-fr`, 'untranslated'],
    ]),
    others: [],
  })
})

test('what is wrong in another file is told as that file’s', async () => {
  const site = editableContent()
  site.write('first-signatories/en.yaml', 'Nobody: a nurse\n')
  const looked = await opened(site).look()
  expect(looked).toMatchObject({ readable: ['fr'], fields: new Map() })
  expect(new Set(looked.others.map(({ file }) => file))).toEqual(
    new Set(['content/first-signatories/en.yaml']),
  )
})

test('what nobody saved is forgotten after a day', async () => {
  const site = editableContent()
  await opened(site).look()
  const hours = (count: number) => new Date(Date.now() + count * HOUR_MS)
  await tidySaves(hours(UNSAVED_KEPT_HOURS - 1))
  expect(await database.unsavedLetter.count()).toBe(1)
  await tidySaves(hours(UNSAVED_KEPT_HOURS + 1))
  expect(await database.unsavedLetter.count()).toBe(0)
})

/** The title of the French letter as the preview shows it to somebody. */
async function seenBy(organiser: Organiser, { folders }: ReturnType<typeof editableContent>) {
  const typed = await readUnsavedLetter(organiser)
  const preview = await previewLetter('fr', typed ?? [], folders)
  return preview.outcome === 'readable' ? preview.letter.title : preview.mistakes
}

/** The form of the letter as Lucie opens it; she types into `typed`. */
function opened({ folders }: ReturnType<typeof editableContent>) {
  const drafts = Object.entries(readLetterDrafts(LANGUAGES, folders.content))
  const seen = Object.fromEntries(drafts.map(([language, draft]) => [language, draft.seen]))
  const typed = Object.fromEntries(drafts.map(([language, { texts }]) => [language, texts]))
  return {
    typed,
    look: () => lookAtLetter(lucie, typed, folders),
    save: () => writeLetter(lucie, seen, typed, folders),
  }
}
