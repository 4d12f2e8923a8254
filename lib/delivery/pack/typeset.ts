import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { fontFolders } from './fonts.ts'
import { type LookFiles, lookFiles, TEMPLATES } from './look-files.ts'

type Template = 'cover' | 'letter' | 'totals' | 'annex' | 'poster' | 'social'

/** For keeping and for screen readers: ISO 19005-2, conformance level A. */
const TO_BE_KEPT = 'a-2a'

/**
 * Sets a document as PDF: the same bytes for the same data and look. All words come as data and are set as they
 * are: nothing that somebody typed is ever read as markup.
 * @param moment is named as the time of the document's creation
 * @param look the letter's of now where none was frozen
 * @throws Error with the template's mistake
 */
export function typeset(
  template: Template,
  data: object,
  moment: Date,
  look: LookFiles = lookFiles(),
): Buffer {
  const { compiler, document } = compile(template, { ...data, moment: partsOf(moment) }, look)
  const creationTimestamp = Math.floor(moment.getTime() / 1000)
  try {
    return compiler.pdf(document, { creationTimestamp, pdfStandard: TO_BE_KEPT })
  } catch {
    // A name holds a letter that no font of ours has: PDF/A admits none, an ordinary PDF shows a box.
    return compiler.pdf(document, { creationTimestamp })
  } finally {
    compiler.evictCache(0)
  }
}

/**
 * Sets a document of one page as SVG, its letters drawn as paths: any program shows it alike.
 * @throws Error with the template's mistake
 */
export function typesetPicture(template: Template, data: object): string {
  const { compiler, document } = compile(template, data, lookFiles())
  try {
    return compiler.plainSvg(document)
  } finally {
    compiler.evictCache(0)
  }
}

function compile(template: Template, data: object, look: LookFiles) {
  const compiler = NodeCompiler.create({
    workspace: TEMPLATES,
    fontArgs: [{ fontPaths: fontFolders() }],
  })
  const files = { 'data.json': JSON.stringify(data), ...look }
  for (const [name, text] of Object.entries(files)) {
    compiler.mapShadow(join(TEMPLATES, name), Buffer.from(text))
  }
  const compiled = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`) })
  const document = compiled.result
  if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  return { compiler, document }
}

function partsOf(moment: Date) {
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
  }
}
