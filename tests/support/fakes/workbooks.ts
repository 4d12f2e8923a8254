import { crc32, deflateRawSync } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

const FRAME = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
}

/**
 * A workbook (ECMA-376) whose only sheet holds what a story puts there, packed as small as it gets.
 * @param sharedTexts what stands within `<sst>`
 */
export function aWorkbook(rows: string | Buffer, sharedTexts = '', more: Parts = {}) {
  const begin = Buffer.from(`<worksheet xmlns="${MAIN}"><sheetData>`)
  const sheet = Buffer.concat([begin, Buffer.from(rows), Buffer.from('</sheetData></worksheet>')])
  return aZip({
    ...FRAME,
    'xl/worksheets/sheet1.xml': sheet,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${sharedTexts}</sst>`,
    ...more,
  })
}

type Parts = Record<string, string | Uint8Array>

/** The method of a ZIP that stands for deflate. */
const DEFLATE = 8

/** An archive of these files, compressed by zlib: fflate takes five times as long for a hundred megabytes. */
export function aZip(parts: Parts) {
  const chunks: Uint8Array[] = []
  const archive = new Zip((_error, chunk) => {
    chunks.push(chunk)
  })
  for (const [filename, part] of Object.entries(parts)) {
    const bytes = Buffer.from(part)
    const file: ZipInputFile = {
      filename,
      compression: DEFLATE,
      size: bytes.length,
      crc: crc32(bytes),
    }
    archive.add(file)
    file.ondata?.(null, deflateRawSync(bytes, { level: 9 }), true)
  }
  archive.end()
  return Buffer.concat(chunks)
}

/** The same piece again and again. */
export function manyTimes(piece: string, times: number) {
  return Buffer.alloc(Buffer.byteLength(piece) * times, piece)
}
