/** An answer of a government, as an organiser types it. */
export const AN_ANSWER = {
  kind: 'answer',
  day: '2020-06-30',
  source: 'https://government.example/answer',
  country: 'CH',
  texts: {
    fr: {
      title: 'Un gouvernement répond',
      body: 'La ministre a lu la lettre **en entier**.',
      who: 'La ministre',
      quote: 'Nous agirons.',
    },
    en: {
      title: 'A government answers',
      body: 'The minister read the *whole* letter.',
      who: 'The minister',
      quote: 'We will act.',
    },
  },
}
