/** What search engines may know of the letter, or of a piece of news about it. */
export type ArticleFacts = {
  type: 'Article' | 'NewsArticle'
  url: string
  title: string
  description: string
  language: string
  /** ISO 8601 day on which it was published. */
  date: string
  organisation: string
  image: string
  /** How many have signed; null for news, and while nobody knows. */
  signatures: number | null
}

/**
 * An article in the vocabulary of schema.org, as the text of a script element of type
 * application/ld+json: no text in it can end that element.
 */
export function structuredData(facts: ArticleFacts) {
  const { type, url, title, description, language, date, organisation, image, signatures } = facts
  const article = {
    '@context': 'https://schema.org',
    '@type': type,
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
