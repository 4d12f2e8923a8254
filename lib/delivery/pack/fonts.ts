import { join } from 'node:path'
import { PROJECT_FOLDER } from '#lib/letter/content-file.ts'

/** Folders of the fonts that PDFs are set in, each from its package: the site's own, then other scripts'. */
export function fontFolders() {
  return FONTS.flatMap(({ name, folders }) =>
    folders.map(folder => join(PROJECT_FOLDER, 'node_modules', name, folder)),
  )
}

const REGULAR = '400Regular'

/** The families' order, which decides who draws a letter first, stands in templates/house.typ. */
const FONTS = [
  {
    name: '@expo-google-fonts/brygada-1918',
    folders: [REGULAR, '400Regular_Italic', '600SemiBold', '600SemiBold_Italic'],
  },
  { name: '@expo-google-fonts/hanken-grotesk', folders: [REGULAR, '600SemiBold'] },
  { name: '@expo-google-fonts/noto-naskh-arabic', folders: [REGULAR, '600SemiBold'] },
  { name: '@embedpdf/fonts-hebrew', folders: ['fonts'] },
  { name: '@expo-google-fonts/noto-sans-devanagari', folders: [REGULAR] },
  { name: '@expo-google-fonts/noto-sans-bengali', folders: [REGULAR] },
  { name: '@expo-google-fonts/noto-sans-tamil', folders: [REGULAR] },
  { name: '@expo-google-fonts/noto-sans-thai', folders: [REGULAR] },
  { name: '@expo-google-fonts/chocolate-classical-sans', folders: [REGULAR] },
  { name: '@expo-google-fonts/gowun-dodum', folders: [REGULAR] },
  { name: 'dejavu-fonts-ttf', folders: ['ttf'] },
]
