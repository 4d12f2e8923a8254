/** To whom stories hand over, in each language. */
export const RECIPIENTS = { fr: 'Au Secrétaire général', en: 'The Secretary-General' }
