import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Writable } from 'node:stream'
import { Zip, ZipDeflate } from 'fflate'

/**
 * Packs files of a folder, in this order, as they stream from the disk. The same files and moment give
 * the same bytes on every machine: fflate compresses by itself, not with the machine's zlib.
 * @param moment the time that each file bears
 */
export async function zipFiles(folder: string, names: string[], moment: Date, output: Writable) {
  const zip = new Zip((error, chunk) => {
    if (error) output.destroy(error)
    else output.write(chunk)
  })
  for (const name of names) {
    const entry = new ZipDeflate(name, { level: 6 })
    entry.mtime = inLocalTime(moment)
    zip.add(entry)
    for await (const chunk of createReadStream(join(folder, name))) {
      entry.push(chunk)
      if (output.writableNeedDrain) await once(output, 'drain')
    }
    entry.push(new Uint8Array(), true)
  }
  zip.end()
  output.end()
  await once(output, 'close')
}

// A ZIP has no time zone, and fflate asks for the hours of the machine's: give it those of UTC.
function inLocalTime(moment: Date) {
  return new Date(
    moment.getUTCFullYear(),
    moment.getUTCMonth(),
    moment.getUTCDate(),
    moment.getUTCHours(),
    moment.getUTCMinutes(),
    moment.getUTCSeconds(),
  )
}
