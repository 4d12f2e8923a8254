import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PROJECT_FOLDER } from '#lib/content/content-file.ts'

/** A font in its package; of a folder with several the file of the regular one is named. */
export type PackFont = { name: string; folder: string; otherFolders?: string[]; file?: string }

const REGULAR = '400Regular'

/** The site's own. */
export const SITE_FONTS: PackFont[] = [
  {
    name: '@expo-google-fonts/brygada-1918',
    folder: REGULAR,
    otherFolders: ['400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  },
  { name: '@expo-google-fonts/hanken-grotesk', folder: REGULAR, otherFolders: ['600SemiBold'] },
]

/** Scripts of which one weight is enough. */
const NOTO = [
  'noto-sans-devanagari',
  'noto-sans-bengali',
  'noto-sans-tamil',
  'noto-sans-thai',
  'noto-sans-ethiopic',
  'noto-sans-khmer',
  'noto-sans-myanmar',
  'noto-serif-tibetan',
  'noto-sans-lao',
  'noto-sans-georgian',
  'noto-sans-armenian',
  'noto-sans-sinhala',
  'noto-sans-gujarati',
  'noto-sans-gurmukhi',
  'noto-sans-telugu',
  'noto-sans-kannada',
  'noto-sans-malayalam',
  'noto-sans-oriya',
  'noto-sans-thaana',
  'noto-emoji',
]

/** Other scripts'. The families' order, which decides who draws a letter first, stands in templates/house.typ. */
export const FALLBACK_FONTS: PackFont[] = [
  { name: '@expo-google-fonts/noto-naskh-arabic', folder: REGULAR, otherFolders: ['600SemiBold'] },
  { name: '@embedpdf/fonts-hebrew', folder: 'fonts', file: 'NotoSansHebrew-Regular.ttf' },
  ...NOTO.map(name => ({ name: `@expo-google-fonts/${name}`, folder: REGULAR })),
  { name: '@expo-google-fonts/chocolate-classical-sans', folder: REGULAR },
  { name: '@expo-google-fonts/gowun-dodum', folder: REGULAR },
  { name: 'dejavu-fonts-ttf', folder: 'ttf', file: 'DejaVuSans.ttf' },
]

/** Folders of the fonts that PDFs are set in. */
export function fontFolders() {
  return [...SITE_FONTS, ...FALLBACK_FONTS].flatMap(font =>
    [font.folder, ...(font.otherFolders ?? [])].map(folder => folderOf(font.name, folder)),
  )
}

/** The file of a font's regular style: the only one in its folder, unless it is named. */
export function regularFile({ name, folder, file }: PackFont) {
  const path = folderOf(name, folder)
  return join(path, file ?? readdirSync(path).find(found => /\.[ot]tf$/.test(found)) ?? '')
}

function folderOf(name: string, folder: string) {
  return join(PROJECT_FOLDER, 'node_modules', name, folder)
}
