import { headlineOf, type PublicSignatory } from '#lib/signatures/public-signatory.ts'
import { verifiedDomain } from '#lib/signatures/trust/mail-domains.ts'
import { countryName } from '#lib/text/countries.ts'
import { isolated } from '#lib/text/isolated.ts'
import type { PrintLanguage } from '../print-content.ts'
import { breakWords } from './break-words.ts'
import { type FrozenPack, wordingOfPack } from './frozen-pack.ts'
import { namedGroups, type SectionKey, sectionKeys, titleOfSection } from './named-groups.ts'
import { countUnnamed } from './unnamed-counts.ts'

/** Names in one volume of the annex: about a hundred pages, and 300 MB of memory to set them. */
const NAMES_IN_A_VOLUME = 20_000

/** A name, and what is set small behind it. */
type Entry = [name: string, affiliation?: string]

/** What one volume prints, in order. */
export type AnnexSection = {
  title: string
  isOrganisations: boolean
  groups: { title: string | null; entries: Entry[] }[]
  /** "and 12 others who do not wish to be named"; null for none, or where the section goes on. */
  unnamed: string | null
}

/** How many volumes the annex of a snapshot has. */
export function countVolumes({ named }: FrozenPack, namesInAVolume = NAMES_IN_A_VOLUME) {
  return Math.max(1, Math.ceil(named / namesInAVolume))
}

/** The annex in one language, volume by volume: each is made when it is asked for. */
export async function* annexVolumes(
  url: string,
  pack: FrozenPack,
  language: PrintLanguage,
  namesInAVolume = NAMES_IN_A_VOLUME,
): AsyncGenerator<AnnexSection[]> {
  const { t } = wordingOfPack(pack, language)
  const unnamed = await countUnnamed(pack, language)
  const groups = namedGroups(url, pack, language)
  let next = await groups.next()
  let volume: AnnexSection[] = []
  let room = namesInAVolume

  for (const key of sectionKeys(language)) {
    const count = unnamed.get(key) ?? 0
    let section = emptySection(key, language)
    if (count > 0 || (!next.done && next.value.section === key)) volume.push(section)
    for (; !next.done && next.value.section === key; next = await groups.next()) {
      for (let waiting = next.value.signatories; waiting.length > 0; ) {
        if (room === 0) {
          yield volume
          section = continued(section, language)
          volume = [section]
          room = namesInAVolume
        }
        const entries = waiting.slice(0, room).map(entry)
        section.groups.push({ title: countryTitle(next.value.country, language), entries })
        waiting = waiting.slice(room)
        room -= entries.length
      }
    }
    const others = key === 'organisations' ? 'delivery.unnamedOrganisations' : 'delivery.unnamed'
    if (count > 0) section.unnamed = t(others, { count })
  }
  yield volume
}

function emptySection(key: SectionKey, language: PrintLanguage): AnnexSection {
  const isOrganisations = key === 'organisations'
  return { title: titleOfSection(key, language), isOrganisations, groups: [], unnamed: null }
}

/** The same section at the head of the next volume. */
function continued(section: AnnexSection, { words }: PrintLanguage): AnnexSection {
  const title = section.title.replace(` (${words.continued})`, '')
  return { ...section, title: `${title} (${words.continued})`, groups: [] }
}

function countryTitle(country: string | null, { code, words }: PrintLanguage) {
  return country ? countryName(country, code) : words.noCountry
}

/** A part of an entry, which keeps its own direction. */
const apart = (text: string) => isolated(breakWords(text))

function entry(signatory: PublicSignatory): Entry {
  const { kind, name, role, organisation, capacityNote } = signatory
  const isOrganisation = kind === 'organisation'
  const parts = isOrganisation ? [name, role] : [role, organisation]
  const known = parts.filter(part => part !== null).map(apart)
  const domain = isOrganisation && verifiedDomain(signatory)
  const title = apart(headlineOf(signatory)) + (domain ? `† (${domain})` : '')
  if (known.length === 0) return [title]
  return [title, `, ${known.join(', ')}${capacityNote ? '*' : ''}`]
}
