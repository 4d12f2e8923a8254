/** What search engines may know of the letter. */
export type LetterFacts = {
  url: string
  title: string
  description: string
  language: string
  /** ISO 8601 day of the letter. */
  date: string
  organisation: string
  image: string
  /** How many have signed; null while nobody knows. */
  signatures: number | null
}

/**
 * The letter in the vocabulary of schema.org, as the text of a script element of type
 * application/ld+json: no text in it can end that element.
 */
export function structuredData(facts: LetterFacts) {
  const { url, title, description, language, date, organisation, image, signatures } = facts
  const article = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    '@id': url,
    headline: title,
    description,
    inLanguage: language,
    datePublished: date,
    isAccessibleForFree: true,
    image,
    publisher: { '@type': 'Organization', name: organisation },
    ...(signatures !== null && {
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: 'https://schema.org/EndorseAction',
        userInteractionCount: signatures,
      },
    }),
  }
  return JSON.stringify(article).replaceAll('<', '\\u003c')
}
