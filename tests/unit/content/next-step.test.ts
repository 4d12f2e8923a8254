import { expect, test } from 'vitest'
import { readCampaign } from '#lib/content/campaign.ts'
import type { NextStep } from '#lib/content/next-step.ts'
import { nextStepLink, textToRepresentative } from '#lib/sharing/next-step-link.ts'
import { edit, mistakes, projectCopy } from './project-copy.ts'

const SETTINGS = 'content/campaign.yaml'
const LANGUAGES = ['fr', 'en']

const GIVE = `
  title: Help us to go on
  lead: A small gift goes a long way.
  button: Give
  link: https://give.example/now?amount=10
`
const WRITE = `
  title: Write to her
  lead: She reads what people send.
  button: Write
  to: minister@gov.example
  subject: Hospitals & peace
  text: "Madam,\\n\\nplease read this:"
`

/** A campaign of which an organiser has chosen another step, and said it in both languages. */
function campaignWith(kind: string, step: string | null, day = '') {
  const root = projectCopy()
  if (kind !== 'share') edit(root, SETTINGS, 'nextStep: share', `nextStep: ${kind}`)
  if (day) edit(root, SETTINGS, '# eventDay: 2027-05-26', `eventDay: ${day}`)
  for (const language of LANGUAGES) {
    const file = `content/campaign/${language}.yaml`
    if (step) edit(root, file, /^categories:/m, `nextStep:${step}\ncategories:`)
  }
  return root
}

test('the campaign that ships asks to pass the letter on', () => {
  for (const language of LANGUAGES) expect(readCampaign(language).nextStep).toBeNull()
})

test('what a campaign asks for is read in the language of who has signed', () => {
  const root = campaignWith('give', GIVE)
  edit(root, 'content/campaign/fr.yaml', 'Help us to go on', 'Aidez-nous')
  expect(mistakes(root)).toEqual([])
  expect(readCampaign('fr', root).nextStep).toMatchObject({ kind: 'give', title: 'Aidez-nous' })
  expect(readCampaign('en', root).nextStep).toMatchObject({ title: 'Help us to go on' })
})

test('words of another step wait while it is sharing, and are not looked at', () => {
  const root = campaignWith('share', GIVE.replace('https:', 'nonsense:'))
  expect(mistakes(root)).toEqual([])
})

const EN = 'content/campaign/en.yaml: nextStep'

test.each([
  [
    'an unknown step',
    ['pray', null],
    `${SETTINGS}: nextStep must be share, give, join, write or event.`,
  ],
  ['no words at all', ['give', null], `${EN} must hold title, lead, button and link.`],
  [
    'a link that is none',
    ['join', GIVE.replace('https:', 'http:')],
    `${EN}, link must be an address that begins with https://.`,
  ],
  ['a field of another step', ['write', GIVE], `${EN}, subject is missing.`],
  [
    'a mistaken address',
    ['write', WRITE.replace('@', ' at ')],
    `${EN}, to must be an e-mail address.`,
  ],
  ['an event nowhere', ['event', GIVE, '2027-05-26'], `${EN}, place is missing.`],
  [
    'an event on no day',
    ['event', GIVE],
    `${SETTINGS}: eventDay is missing: the next step is an event.`,
  ],
] as const)('%s is one sentence', (_, [kind, step, day], sentence) => {
  expect(mistakes(campaignWith(kind, step, day))).toContain(sentence)
})

test('the link says where it was pressed, beside what it said already', () => {
  const step = readCampaign('en', campaignWith('give', GIVE)).nextStep as NextStep
  const link = nextStepLink(step, 'en', 'thanks-mail')
  expect(link).toBe('https://give.example/now?amount=10&from=thanks-mail')
})

test('a mail to a representative is written already, with the letter’s own tag in it', () => {
  const step = readCampaign('en', campaignWith('write', WRITE)).nextStep as NextStep
  const { protocol, pathname, searchParams } = new URL(nextStepLink(step, 'en', 'thanks'))
  expect([protocol, pathname]).toEqual(['mailto:', 'minister@gov.example'])
  expect(searchParams.get('subject')).toBe('Hospitals & peace')
  expect(searchParams.get('body')).toMatch(/^Madam,\r\n\r\nplease.*\?from=representative$/s)
  expect(textToRepresentative('Madam,', 'en')).toMatch(
    /^Madam,\n\nhttp.*\/en\?from=representative$/,
  )
})

test('a form of theirs is led to where there is one, whatever address stands beside it', () => {
  const step = readCampaign('en', campaignWith('write', `${WRITE}  link: https://write.example/`))
    .nextStep as NextStep
  expect(nextStepLink(step, 'en', 'thanks')).toBe('https://write.example/?from=thanks')
})
