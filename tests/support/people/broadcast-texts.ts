/** Texts of a broadcast that can be sent. */
export const NEWS = {
  fr: { subject: 'La ministre a reçu la lettre', body: 'Elle répondra **avant l’été**.' },
  en: { subject: 'The minister has the letter', body: 'She will answer *before the summer*.' },
}
