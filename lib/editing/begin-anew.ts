import { join } from 'node:path'
import type { Organiser } from '#lib/access/organiser.ts'
import { timeZone } from '#lib/content/campaign.ts'
import { languages } from '#lib/content/languages.ts'
import { CAMPAIGN_FOLDERS, PROJECT_FOLDER } from '#lib/text/campaign-files.ts'
import { translator } from '#lib/text/messages.ts'
import { localDay } from '#lib/time/zoned-time.ts'
import { hasSignatures } from '#lib/versions/ensure-published.ts'
import { type ChangedFile, changesTo } from './changes-to.ts'
import { writeLetterSource } from './letter-source.ts'
import { contentPaths, readContentFile } from './read-content-file.ts'
import { type WriteContentOutcome, writeContent } from './write-content.ts'

/** nothing: a letter whose every line says what belongs there. shipped: the letter that comes with the software. */
export const BEGINNINGS = ['nothing', 'shipped'] as const

export type Beginning = (typeof BEGINNINGS)[number]

/** What comes with the software; a site may have its own content elsewhere. */
const SHIPPED_FOLDER = join(PROJECT_FOLDER, 'content')

/** How one may begin: where a site works in the folder of the software, what came with it is what is there. */
export function beginnings(folder = CAMPAIGN_FOLDERS.content): Beginning[] {
  return BEGINNINGS.filter(from => from === 'nothing' || folder !== SHIPPED_FOLDER)
}

/** Begins the letter anew, as long as nobody has signed. It is a save like another, and can be undone. */
export async function beginAnew(
  organiser: Organiser,
  from: Beginning,
  folders = CAMPAIGN_FOLDERS,
  now = new Date(),
): Promise<WriteContentOutcome | { outcome: 'signed' }> {
  if (await hasSignatures()) return { outcome: 'signed' }
  const changes = from === 'nothing' ? emptied(folders.content, now) : shipped(folders.content)
  const wanted = changes.map(({ path, after, seen }) => ({ path, text: after, seen }))
  return writeContent(organiser, wanted, { folders, now })
}

function shipped(folder: string): ChangedFile[] {
  const texts = contentPaths(SHIPPED_FOLDER).map(
    path => [path, readContentFile(path, SHIPPED_FOLDER)?.text ?? ''] as const,
  )
  return changesTo(new Map(texts), true, folder)
}

/** The letter, its first signatories and its news; who answers for the site and its other pages stay. */
function emptied(folder: string, now: Date): ChangedFile[] {
  const texts = new Map(
    contentPaths(folder)
      .filter(path => !path.startsWith('news/'))
      .map(path => [path, readContentFile(path, folder)?.text ?? '']),
  )
  texts.set('first-signatories.yaml', '[]\n')
  for (const language of languages()) {
    texts.set(`letter/${language}.md`, emptyLetter(language, now))
    texts.set(`first-signatories/${language}.yaml`, '{}\n')
  }
  return changesTo(texts, true, folder)
}

function emptyLetter(language: string, now: Date) {
  const t = translator(language)
  return writeLetterSource('', {
    title: t('organisers.content.template.title'),
    description: t('organisers.content.template.description'),
    addressee: t('organisers.content.template.addressee'),
    launchedBy: t('organisers.content.template.launchedBy'),
    date: localDay(now, timeZone()),
    paragraphs: [t('organisers.content.template.paragraph')],
  })
}
