import type { PrintLanguage } from '../print-content.ts'
import { wordingOfCountry } from './country-wording.ts'
import type { Unset } from './find-unset.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { verifyAddress } from './letter-pdf.ts'

/** A file of the pack, and the words for what it is. */
export type PackFile = {
  name: string
  purpose: Extract<keyof PrintLanguage['words']['readme'], `${string}File`>
}

/** What the pack is, in each of its languages, as plain text. */
export function packReadme(pack: ReadmePack, files: PackFile[]) {
  const parts = pack.printContent.languages.map(language => readmeIn(pack, language, files))
  return `${parts.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`
}

type ReadmePack = FrozenPack & { unset: Unset }

function readmeIn(pack: ReadmePack, language: PrintLanguage, files: PackFile[]) {
  const { t, number, date, time, zone, confirmed, provisional } = wordingOfPack(pack, language)
  const { words, code, title } = language
  const { signatures } = pack.tally
  const country = wordingOfCountry(pack, language)
  return [
    words.readme.title,
    t('delivery.readme.what', { title, date, time, zone, count: number(signatures) }),
    ...(country ? [country.listed] : []),
    ...(provisional ? [provisional] : []),
    confirmed,
    ...(pack.erased > 0 ? [t('delivery.readme.erased', { count: pack.erased })] : []),
    [
      words.readme.files,
      ...files.map(({ name, purpose }) => `  ${name}  ${words.readme[purpose]}`),
    ].join('\n'),
    t('delivery.readme.privacy', { unnamed: pack.unnamed }),
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
