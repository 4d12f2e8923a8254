import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkContent } from '#lib/versions/check-content.ts'
import { edit, mistakes, projectCopy, write } from './project-copy.ts'

const EN = 'content/letter/en.md'

test.each([
  ['a title forgotten', EN, /title: .*\n/, '', `${EN}: title is missing.`],
  ['a title left empty', EN, /title: .*/, 'title: "  "', `${EN}: title is empty.`],
  [
    'a title that is a number',
    EN,
    /title: .*/,
    'title: 2020',
    `${EN}: title must be text: quote it.`,
  ],
  ['a field misspelt', EN, 'launchedBy', 'launchedby', `${EN}: launchedBy is missing.`],
  [
    'a date in words',
    EN,
    '2020-05-26',
    '26 May',
    `${EN}: date must be a day written as 2020-05-26.`,
  ],
  [
    'a day that never was',
    EN,
    '05-26',
    '02-31',
    `${EN}: date must be a day written as 2020-05-26.`,
  ],
  [
    'a colon in a title',
    EN,
    'End',
    'Now: end',
    `${EN}, line 2: text that holds a colon goes between quotes.`,
  ],
  [
    'no front matter',
    EN,
    '---\n',
    '',
    `${EN}: front matter is missing: start with fields between ---.`,
  ],
  [
    'an English category without a name',
    'content/campaign/en.yaml',
    / {2}faith: .*\n/,
    '',
    'content/campaign/en.yaml: categories, faith is missing.',
  ],
  [
    'an unknown category named',
    'content/campaign/en.yaml',
    '  faith:',
    '  fate: Fate\n  faith:',
    'content/campaign/en.yaml: categories, fate is not a known field.',
  ],
  [
    'an address mistyped',
    'content/campaign.yaml',
    'letter@',
    'letter at ',
    'content/campaign.yaml: contactEmail must be an e-mail address.',
  ],
  [
    'a contact for security that is neither address nor page',
    'content/campaign.yaml',
    '# securityContact: security@',
    'securityContact: http://',
    'content/campaign.yaml: securityContact must be an e-mail address, or an address that begins with https://.',
  ],
  [
    'a sender that would split a mail',
    'content/campaign/en.yaml',
    'Open Letter for',
    'Letter, for',
    'content/campaign/en.yaml: mailSender must hold none of these signs: ( ) < > [ ] : ; @ \\ , . ".',
  ],
  [
    'a post that is too long to be posted',
    'content/campaign/en.yaml',
    'I have signed the open letter',
    `I have signed ${'the open letter '.repeat(10)}`,
    'content/campaign/en.yaml: sharing, signed, post must have at most 230 characters, to fit wherever it is posted.',
  ],
  [
    'a code with spaces',
    'content/campaign.yaml',
    '- faith',
    '- Faith community',
    'content/campaign.yaml: categories, entry 6 must be small letters and hyphens, such as health-care.',
  ],
  [
    'a role not translated',
    'content/first-signatories/en.yaml',
    /Brad Smith.*\n/,
    '',
    'content/first-signatories/en.yaml: Brad Smith is missing.',
  ],
  [
    'a role of nobody',
    'content/first-signatories/en.yaml',
    'Brad Smith',
    'Jo Doe: nobody\nBrad Smith',
    'content/first-signatories/en.yaml: Jo Doe is not a known field.',
  ],
  [
    'a category of none',
    'content/first-signatories.yaml',
    'category: faith',
    'category: fate',
    'content/first-signatories.yaml: entry 13, category must be a code of content/campaign.yaml.',
  ],
  [
    'a blank that nothing fills',
    'content/pages/privacy/en.md',
    '{organisation}',
    '{ngo}',
    'content/pages/privacy/en.md: {ngo} is not one of {organisation}, {contact}, ' +
      '{address}, {publisher}, {dataProtectionOfficer}, {representative}, {host}, {mailProvider}, ' +
      '{pendingDays}, {networkDays}, {addressMonths}, {closedMonths}, {quietMonths}, {postponeMonths}, {noticeDays}, ' +
      '{paperDays}, {removedDays}, {webhookDays}, {logMonths}.',
  ],
])('%s: file, field and reason', (_, file, from, to, sentence) => {
  const root = projectCopy()
  edit(root, file, from, to)
  expect(mistakes(root)).toContain(sentence)
})

test.each([
  ['<b>dire</b>', 'raw HTML is not allowed, write Markdown'],
  ['<script>alert(1)</script>', 'raw HTML is not allowed, write Markdown'],
  ['![a tracker](https://example.org/p.gif)', 'images are not supported'],
  ['[press](javascript:alert%281%29)', 'a link leads to https://…, mailto:…, /…, #… or lang:…'],
  ['[press](lang:English)', 'a link leads to https://…, mailto:…, /…, #… or lang:…'],
  ['[press](//example.org)', 'a link leads to https://…, mailto:…, /…, #… or lang:…'],
  ['# A second title', 'headings start with ## or ###, the title is in the front matter'],
  ['***', 'lines across the page are not supported'],
  ['a `b`', 'code is not supported, leave out the ` signs'],
])('%s is refused, with the line of the file', (markdown, reason) => {
  const root = projectCopy()
  edit(root, EN, 'In recent', `${markdown}\n\nIn recent`)
  expect(mistakes(root)).toContain(`${EN}, line 11: ${reason}.`)
})

test('a file missing and a file too many are both named', () => {
  const root = projectCopy()
  rmSync(join(root, 'content/pages/about/en.md'))
  write(root, 'content/letter/de.md', 'Hallo')
  expect(mistakes(root)).toEqual([
    'content/pages/about/en.md is missing.',
    'content/letter/de.md has no locales/de.json beside it.',
  ])
})

test('every mistake is told at once, in one error', () => {
  const root = projectCopy()
  edit(root, EN, /title: .*\n/, '')
  edit(root, 'content/letter/fr.md', '2020-05-26', 'hier')
  edit(root, 'content/campaign/fr.yaml', /mailSender: .*\n/, '')
  expect(() => checkContent(root)).toThrow(
    [
      'content/campaign/fr.yaml: mailSender is missing.',
      'content/letter/fr.md: date must be a day written as 2020-05-26.',
      'content/letter/en.md: title is missing.',
    ].join('\n'),
  )
})
