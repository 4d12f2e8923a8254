import { beforeEach, expect, test } from 'vitest'
import type { Organiser } from '#lib/access/organiser.ts'
import { database } from '#lib/database/client.ts'
import { currentMistakes } from '#lib/editing/check-as-it-would-be.ts'
import { LONGEST_PARAGRAPH } from '#lib/editing/letter-mistakes.ts'
import { publishChangedLetter, readWaitingLetter } from '#lib/editing/publish-changed-letter.ts'
import { readLetterDrafts, writeLetter } from '#lib/editing/write-letter.ts'
import { countToAsk } from '#lib/signatures/count-to-ask.ts'
import { ensurePublished } from '#lib/versions/ensure-published.ts'
import { readHistory } from '#lib/versions/history.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { insertSignatures } from '../../support/people/factories/insert-signatures.ts'
import { aSignature } from '../../support/people/factories/signature.ts'
import { anOrganiser, readAuditEvents } from '../../support/people/organisers.ts'
import { editableContent } from '../../support/site/editable-content.ts'

const LANGUAGES = ['fr', 'en']

let lucie: Organiser

beforeEach(async () => {
  await emptyDatabase()
  lucie = await anOrganiser('Lucie', 'owner')
})

test('Lucie writes a paragraph more in both languages; a language that lacks it is told where', async () => {
  const site = editableContent()
  const form = opened(site)
  form.typed.fr?.paragraphs.push('Un paragraphe de plus.')
  const row = form.typed.fr?.paragraphs.length
  expect(await form.save()).toEqual({
    outcome: 'incomplete',
    fields: new Map([[`p${row}-en`, 'untranslated']]),
  })
  form.typed.en?.paragraphs.push('One paragraph more.')
  expect((await form.save()).outcome).toBe('written')
  expect(site.read('letter/fr.md').endsWith('\n\nUn paragraphe de plus.\n')).toBe(true)
  expect((await opened(site).save()).outcome).toBe('unchanged')
})

test('what cannot stand in the letter is told by field, and French spaces stay where they are', async () => {
  const site = editableContent()
  const form = opened(site)
  Object.assign(form.typed.fr ?? {}, {
    title: '  Sauvons  les hôpitaux\u00a0: « vite\u202f! » ',
    date: '2020-02-31',
  })
  form.typed.fr?.paragraphs.splice(0, 1, '<script>alert(1)</script>')
  form.typed.en?.paragraphs.splice(0, 1, 'a'.repeat(LONGEST_PARAGRAPH + 1))
  expect(await form.save()).toEqual({
    outcome: 'incomplete',
    fields: new Map([
      ['date-fr', 'day'],
      ['p1-fr', 'markdown'],
      ['p1-en', 'too-long'],
    ]),
  })
  const again = opened(site)
  Object.assign(again.typed.fr ?? {}, { title: '  Sauvons  les hôpitaux\u00a0: « vite\u202f! » ' })
  expect((await again.save()).outcome).toBe('written')
  expect(opened(site).typed.fr?.title).toBe('Sauvons les hôpitaux\u00a0: « vite\u202f! »')
})

test('a letter that people signed waits; Lucie sees the difference and how many would be asked, and says what it is', async () => {
  const site = editableContent()
  await ensurePublished()
  const [french] = await readHistory()
  await insertSignatures(database, [
    aSignature({ locale: 'fr', letterVersion: french?.version ?? '' }),
  ])
  const form = opened(site)
  form.typed.fr?.paragraphs.splice(0, 1, 'Un autre début.')
  expect((await form.save()).outcome).toBe('written')

  const [waiting, ...others] = await readWaitingLetter(site.folders)
  expect(others).toEqual([])
  expect(waiting).toMatchObject({ language: 'fr', file: 'content/letter/fr.md' })
  expect(await countToAsk('fr')).toBe(1)
  expect(await countToAsk('en')).toBe(0)

  const version = waiting?.version ?? ''
  const publish = (decided: Parameters<typeof publishChangedLetter>[1]) =>
    publishChangedLetter(lucie, decided, site.folders)
  expect(await publish({ fr: { level: undefined, version } })).toEqual({ outcome: 'undecided' })
  expect(await publish({ fr: { level: 'material', version: french?.version ?? '' } })).toEqual({
    outcome: 'changed',
  })
  expect(await publish({ fr: { level: 'material', version } })).toEqual({ outcome: 'published' })
  expect((await readHistory()).at(-1)).toMatchObject({ language: 'fr', version, level: 'material' })
  expect(await readWaitingLetter(site.folders)).toEqual([])
  expect(await publish({ fr: { level: 'material', version } })).toEqual({
    outcome: 'nothing-changed',
  })
  expect(await readAuditEvents('letter-published')).toMatchObject([
    { organiserId: lucie.id, details: { from: 'console', language: 'fr', level: 'material' } },
  ])
})

test('a mistake in another file keeps the letter from being published', async () => {
  const site = editableContent()
  site.write('watch-list.yaml', 'not a list')
  expect(await publishChangedLetter(lucie, {}, site.folders)).toEqual({ outcome: 'unsound' })
  expect(await currentMistakes(site.folders)).toMatchObject([{ file: 'content/watch-list.yaml' }])
})

/** The form of the letter as Lucie opens it; she types into `typed`. */
function opened({ folders }: ReturnType<typeof editableContent>) {
  const drafts = Object.entries(readLetterDrafts(LANGUAGES, folders.content))
  const seen = Object.fromEntries(drafts.map(([language, draft]) => [language, draft.seen]))
  const typed = Object.fromEntries(drafts.map(([language, { texts }]) => [language, texts]))
  return { typed, save: () => writeLetter(lucie, seen, typed, folders) }
}
