import type { PrintLanguage } from '../print-content.ts'
import { annexPdf } from './annex-pdf.ts'
import { annexVolumes, countVolumes } from './annex-volumes.ts'
import { coverPdf } from './cover-pdf.ts'
import type { FrozenPack } from './frozen-pack.ts'
import { letterPdf } from './letter-pdf.ts'
import { publicCsv, publicJson, readableCsv } from './public-files.ts'
import type { PackFile } from './readme.ts'
import { totalsPdf } from './totals-pdf.ts'

/** At most, beside the volumes of the annex. */
export const FILES_IN_A_LANGUAGE = 4

type FileWithContent = PackFile & { content: Buffer | AsyncIterable<string> }

/** The files of a pack in order, each made when it is asked for. Whatever tells of one country bears its code. */
export async function* contents(url: string, pack: FrozenPack): AsyncGenerator<FileWithContent> {
  const { languages } = pack.printContent
  const of = pack.country ? `-${pack.country}` : ''
  for (const language of languages) yield* contentsIn(language, of, url, pack)
  yield { name: `signatories${of}.csv`, purpose: 'csvFile', content: publicCsv(url, pack) }
  yield { name: `signatories${of}.json`, purpose: 'jsonFile', content: publicJson(url, pack) }
}

async function* contentsIn(
  language: PrintLanguage,
  of: string,
  url: string,
  pack: FrozenPack,
): AsyncGenerator<FileWithContent> {
  const { code, cover, rows } = language
  const { totals } = pack.tally
  if (cover) {
    const content = coverPdf(pack, language, cover)
    yield { name: `cover-letter${of}-${code}.pdf`, purpose: 'coverFile', content }
  }
  const letter = letterPdf(pack, language)
  yield { name: `letter-${code}.pdf`, purpose: 'letterFile', content: letter }
  if (totals) {
    const content = totalsPdf(pack, language, totals)
    yield { name: `totals${of}-${code}.pdf`, purpose: 'totalsFile', content }
  }
  const volumes = countVolumes(pack)
  let volume = 0
  for await (const sections of annexVolumes(url, pack, language)) {
    volume += 1
    const place = volumes > 1 ? `-${String(volume).padStart(String(volumes).length, '0')}` : ''
    const content = annexPdf(pack, language, sections, { volume, volumes })
    yield { name: `signatories${of}-${code}${place}.pdf`, purpose: 'annexFile', content }
  }
  if (rows) {
    const content = readableCsv(url, pack, rows)
    yield { name: `signatories${of}-${code}.csv`, purpose: 'readableFile', content }
  }
}
