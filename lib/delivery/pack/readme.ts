import type { PrintLanguage } from '../print-content.ts'
import type { Unset } from './find-unset.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { verifyAddress } from './letter-pdf.ts'

/** What the pack is, in every language of the site, as plain text. */
export function packReadme(pack: ReadmePack, files: string[]) {
  const parts = pack.printContent.languages.map(language => readmeIn(pack, language, files))
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}

type ReadmePack = FrozenPack & { unset: Unset }

function readmeIn(pack: ReadmePack, language: PrintLanguage, files: string[]) {
  const { t, number, date, time, zone, confirmed, provisional } = wordingOfPack(pack, language)
  const { words, code, title } = language
  const { signatures } = pack.tally
  const unnamed = signatures - pack.named - pack.erased
  return [
    words.readme.title,
    t('delivery.readme.what', { title, date, time, zone, count: number(signatures) }),
    ...(provisional ? [provisional] : []),
    confirmed,
    ...(pack.erased > 0 ? [t('delivery.readme.erased', { count: pack.erased })] : []),
    [words.readme.files, ...files.map(file => `  ${file}  ${purposeOf(file, language)}`)].join(
      '\n',
    ),
    t('delivery.readme.privacy', { unnamed }),
    ...unsetIn(pack, language),
    `${words.capacity}\n${words.domain}`,
    words.readme.check,
    `${words.readme.root}\n  ${pack.root}\n${t('delivery.readme.published', { address: verifyAddress(pack, code) })}`,
  ].join('\n\n')
}

/** Who is shown with boxes in the PDFs, and where to find them whole. */
function unsetIn(pack: ReadmePack, language: PrintLanguage) {
  const { count, first } = pack.unset
  if (count === 0) return []
  const { t } = wordingOfPack(pack, language)
  const more = count > first.length ? ['  …'] : []
  return [
    [t('delivery.readme.unset', { count }), ...first.map(({ name }) => `  ${name}`), ...more].join(
      '\n',
    ),
  ]
}

function purposeOf(file: string, { words: { readme } }: PrintLanguage) {
  if (file.startsWith('letter-')) return readme.letterFile
  if (file.endsWith('.pdf')) return readme.annexFile
  if (file.endsWith('.csv')) return readme.csvFile
  return file.endsWith('.json') ? readme.jsonFile : readme.sumsFile
}
