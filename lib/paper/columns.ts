import { fold } from '#lib/signatures/search-key.ts'

/** What a column of a list may hold. */
export const PAPER_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'kind',
  'organisation',
  'role',
  'category',
  'country',
  'public',
  'updates',
] as const

export type PaperField = (typeof PAPER_FIELDS)[number]

/** What each column holds, in the order of the file; '' for what is left out. */
export type ColumnMap = (PaperField | '')[]

/** How headers of each field begin, folded, in the languages of those who type lists. */
const HEADERS: Record<PaperField, string[]> = {
  firstName: ['prenom', 'first name', 'firstname', 'given name', 'vorname', 'nombre'],
  lastName: ['nom de famille', 'last name', 'lastname', 'surname', 'family name', 'nachname'],
  email: ['e-mail', 'email', 'mail', 'courriel', 'adresse e', 'adresse mail', 'adresse courriel'],
  organisation: [
    'organisation',
    'organization',
    'employeur',
    'employer',
    'etablissement',
    'societe',
    'company',
    'hopital',
    'hospital',
    'institution',
    'structure',
  ],
  role: [
    'fonction',
    'role',
    'profession',
    'metier',
    'title',
    'titre',
    'job',
    'poste',
    'position',
    'occupation',
  ],
  category: ['categorie', 'category', 'secteur', 'sector'],
  country: ['pays', 'country', 'nation', 'land'],
  public: ['public', 'visible', 'nom public', 'show', 'montrer', 'afficher'],
  updates: ['nouvelles', 'updates', 'news', 'consent', 'accord', 'recontact', 'newsletter'],
  kind: ['type', 'kind', 'genre de signature'],
  name: [
    'nom complet',
    'nom et prenom',
    'nom prenom',
    'full name',
    'name',
    'nom',
    'signataire',
    'signatory',
  ],
}

/** Guesses what each column holds from the words above it; each field is guessed once. */
export function guessColumns(header: string[]): ColumnMap {
  const taken = new Set<PaperField>()
  const guesses: ColumnMap = header.map(title => {
    const guess = guessField(fold(title))
    if (!guess || taken.has(guess)) return ''
    taken.add(guess)
    return guess
  })
  // "Prénom" beside "Nom": the second is the family name.
  const hasFirstName = guesses.includes('firstName') && !guesses.includes('lastName')
  return guesses.map(guess => (guess === 'name' && hasFirstName ? 'lastName' : guess))
}

/** The field whose longest word begins the title, so that "nom public" is not a name. */
function guessField(title: string): PaperField | undefined {
  const fits = PAPER_FIELDS.flatMap(field =>
    HEADERS[field].filter(word => beginsWith(title, word)).map(word => ({ field, word })),
  )
  return fits.sort((a, b) => b.word.length - a.word.length)[0]?.field
}

function beginsWith(title: string, word: string) {
  return title === word || (title.startsWith(word) && !/[a-z]/.test(title.charAt(word.length)))
}

/** Why columns cannot be right; `locales/` has the words. */
export type ColumnFault = 'no-name' | 'twice'

/** What is wrong with what an organiser said of the columns, or null. */
export function findColumnFault(columns: ColumnMap): ColumnFault | null {
  const used = columns.filter(field => field !== '')
  if (new Set(used).size < used.length) return 'twice'
  const hasName = used.includes('name') || used.includes('lastName')
  return hasName ? null : 'no-name'
}
