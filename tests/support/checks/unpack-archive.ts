import { once } from 'node:events'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { extractText, getDocumentProxy } from 'unpdf'
import yauzl from 'yauzl'

const open = promisify<string, yauzl.Options, yauzl.ZipFile>(yauzl.open)

/** The files of a ZIP by name, in its order, read by another library than the one that wrote it. */
export async function unpacked(path: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  const zip = await open(path, { lazyEntries: true, autoClose: false })
  for (let left = zip.entryCount; left > 0; left -= 1) {
    const entry = once(zip, 'entry')
    zip.readEntry()
    const [found] = await entry
    const stream = await promisify(zip.openReadStream.bind(zip, found))()
    files.set(found.fileName, await buffer(stream))
  }
  zip.close()
  return files
}

/** All text of a PDF, with its spaces as one. */
export async function textOfPdf(pdf: Buffer) {
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), {
    mergePages: true,
  })
  return text.replace(/\s+/g, ' ')
}
