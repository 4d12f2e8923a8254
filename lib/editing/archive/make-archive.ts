import { strToU8, zipSync } from 'fflate'
import type { Organiser } from '#lib/access/organiser.ts'
import { recordAuditEvent } from '#lib/audit/record-audit-event.ts'
import { CAMPAIGN_FOLDERS } from '#lib/text/campaign-files.ts'
import { contentPaths, hashOf, readContentFile } from '../read-content-file.ts'

/** All files of content/ as a ZIP, which another machine takes in. They are some hundred kB: no stream is needed. */
export async function makeArchive(
  organiser: Organiser,
  folder = CAMPAIGN_FOLDERS.content,
  now = new Date(),
): Promise<Uint8Array<ArrayBuffer>> {
  const files = contentPaths(folder).flatMap(path => {
    const file = readContentFile(path, folder)
    return file ? [[`content/${path}`, strToU8(file.text)] as const] : []
  })
  const archive = new Uint8Array(zipSync(Object.fromEntries(files), { mtime: now }))
  await recordAuditEvent({
    by: organiser,
    kind: 'content-downloaded',
    rows: files.length,
    fileHash: hashOf(archive),
  })
  return archive
}
