import { languages } from '#lib/content/languages.ts'
import { readMessages } from '#lib/text/messages.ts'
import { fold } from '#lib/text/search-key.ts'
import { CONSENTS, type ColumnMap, PAPER_FIELDS, type PaperField } from './columns.ts'

/** How heads of each field begin, in the languages of those who type lists. */
const USUAL_HEADS: Record<PaperField, string[]> = {
  firstName: [
    'prenom',
    'first name',
    'firstname',
    'given name',
    'forename',
    'vorname',
    'nombre',
    'nome',
  ],
  lastName: [
    'nom de famille',
    'nom d usage',
    'patronyme',
    'last name',
    'lastname',
    'surname',
    'family name',
    'nachname',
    'familienname',
    'apellido',
    'cognome',
    'achternaam',
  ],
  email: [
    'e mail',
    'email',
    'mail',
    'mel',
    'courriel',
    'courrier electronique',
    'adresse e mail',
    'adresse email',
    'adresse mail',
    'adresse courriel',
    'adresse de courriel',
    'adresse electronique',
    'mail address',
    'electronic address',
    'correo',
    'posta elettronica',
  ],
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
  country: ['pays', 'country', 'nation', 'land', 'pais', 'paese'],
  public: ['public', 'visible', 'nom public', 'show', 'montrer', 'afficher'],
  updates: [
    'nouvelles',
    'updates',
    'news',
    'consent',
    'consentement',
    'accord',
    'opt in',
    'recontact',
    'newsletter',
    'lettre d information',
  ],
  kind: ['type', 'kind', 'genre de signature'],
  name: [
    'nom complet',
    'nom et prenom',
    'nom prenom',
    'nom de la personne',
    'prenom nom',
    'prenom et nom',
    'first and last name',
    'first name last name',
    'name and surname',
    'vor und nachname',
    'nombre y apellido',
    'nome e cognome',
    'full name',
    'name',
    'nom',
    'signataire',
    'signatory',
  ],
}

/** Guesses what each column holds from the words above it; each field is guessed once, a consent never. */
export function guessColumns(header: string[]): ColumnMap {
  const guess = headReader()
  const taken = new Set<PaperField>()
  const guesses: ColumnMap = header.map(title => {
    const field = guess(title)
    if (!field || taken.has(field) || CONSENTS.has(field)) return ''
    taken.add(field)
    return field
  })
  // "Prénom" beside "Nom": the second is the family name.
  const hasFirstName = guesses.includes('firstName') && !guesses.includes('lastName')
  return guesses.map(field => (field === 'name' && hasFirstName ? 'lastName' : field))
}

/** Makes what tells whether a title speaks of a consent, which the organiser then has to read and choose. */
export function consentReader(): (title: string) => boolean {
  const fieldOf = headReader()
  return title => CONSENTS.has(fieldOf(title) ?? '')
}

/** Tells which field a title names: by its first words, or by all of them where it `isWhole`. */
export type HeadReader = (title: string, isWhole?: boolean) => PaperField | undefined

/** Makes what tells which field a title names, by the site's own words and the usual ones. */
export function headReader(): HeadReader {
  const heads = PAPER_FIELDS.flatMap(field =>
    [...USUAL_HEADS[field], ...ownHeads(field)].map(head => ({ field, words: wordsOf(head) })),
  )
  // The head of most letters wins, so that "nom public" is not a name.
  heads.sort((one, other) => other.words.join('').length - one.words.join('').length)
  return (title, isWhole = false) => {
    const words = wordsOf(title)
    const fits = (head: string[]) =>
      beginsWith(words, head) && (!isWhole || head.length === words.length)
    return heads.find(head => fits(head.words))?.field
  }
}

/** What this site calls a field, in each of its languages. Consent is not read out of more words. */
function ownHeads(field: PaperField) {
  if (CONSENTS.has(field)) return []
  return languages().flatMap(language => {
    const { form, organisers } = readMessages(language)
    const asked: object = field in form ? form[field as keyof typeof form & PaperField] : {}
    const labels = Object.entries(asked).flatMap(([key, label]) =>
      key.startsWith('label') ? String(label) : [],
    )
    return [organisers.paper.columns.fields[field], ...labels]
  })
}

/** Words that may stand before a head and say nothing. */
const POLITE = new Set([
  'votre',
  'vos',
  'your',
  'their',
  'ihr',
  'ihre',
  'su',
  'le',
  'la',
  'the',
  'n',
])

function wordsOf(title: string) {
  const words = fold(title)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const first = words.findIndex(word => !POLITE.has(word))
  return words.slice(Math.max(0, first))
}

/** Whether the title's first words are the head's, or their plurals. */
function beginsWith(title: string[], head: string[]) {
  return head.length > 0 && head.every((word, at) => title[at] === word || title[at] === `${word}s`)
}
