import { renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readContentNews } from '#lib/news/content-news.ts'
import { edit, mistakes, projectCopy, write } from './project-copy.ts'

const FOLDER = 'content/news/2020-06-30-a-government-answers'
const FR = `${FOLDER}/fr.md`
const EN = `${FOLDER}/en.md`

test('an answer of a government is read in the words of each language', () => {
  const root = anAnswer()
  expect(mistakes(root)).toEqual([])
  expect(readContentNews('2020-06-30-a-government-answers', 'en', root)).toMatchObject({
    kind: 'answer',
    day: '2020-06-30',
    source: 'https://government.example/answer',
    answer: { country: 'CH', who: 'A minister', quote: 'We will act.' },
  })
})

test.each([
  ['a kind that is none', 'kind: answer', 'kind: rumour', `${EN}: kind must be news or answer.`],
  ['no words of the government', /quote: .*\n/, '', `${EN}: quote is missing.`],
  ['a title forgotten', /title: .*\n/, '', `${EN}: title is missing.`],
  [
    'a country by its name',
    'CH',
    'Switzerland',
    `${EN}: country must be a country’s code such as CH (ISO 3166-1).`,
  ],
  [
    'a source that anyone may change on its way',
    'https:',
    'http:',
    `${EN}: source must be an address that begins with https://.`,
  ],
  [
    'a source that deceives',
    'https://',
    'https://government.example@',
    `${EN}: source must be an address that begins with https://.`,
  ],
  ['a field of nothing', 'who:', 'wo: x\nwho:', `${EN}: wo is not a known field.`],
  [
    'raw HTML',
    'It says so.',
    '<b>It says so.</b>',
    `${EN}, line 10: raw HTML is not allowed, write Markdown.`,
  ],
  ['another country', 'CH', 'FR', `${EN}: country differs from that of ${FR}.`],
])('%s is a mistake that is named', (_, from, to, sentence) => {
  const root = anAnswer()
  edit(root, EN, from, to)
  expect(mistakes(root)).toContain(sentence)
})

test('a paragraph that one language lacks is named', () => {
  const root = anAnswer()
  edit(root, EN, '\n\nMore.', '')
  expect(mistakes(root)).toEqual([
    `${EN}: paragraph 2 is missing: ${FR} has it and begins “Davantage.”.`,
  ])
})

test('a language that is missing, and one that nobody can reach, are named', () => {
  const root = anAnswer()
  rmSync(join(root, EN))
  write(root, `${FOLDER}/de.md`, 'Guten Tag')
  expect(mistakes(root)).toEqual([
    `${EN} is missing.`,
    `${FOLDER}/de.md has no locales/de.json beside it.`,
  ])
})

test.each(['2020-02-31-a-day-that-never-was', 'an-answer', '2020-06-30', '2020-06-30-Réponse'])(
  'a folder called %s is no address of news',
  name => {
    const root = anAnswer()
    renameSync(join(root, FOLDER), join(root, `content/news/${name}`))
    expect(mistakes(root)).toEqual([
      `content/news/${name}: its name must be like 2020-05-26-the-letter-is-out.`,
    ])
  },
)

function anAnswer() {
  const root = projectCopy()
  write(root, FR, fileOf('Un gouvernement répond', 'Une ministre', 'Nous agirons.', 'Davantage.'))
  write(root, EN, fileOf('A government answers', 'A minister', 'We will act.', 'More.'))
  return root
}

function fileOf(title: string, who: string, quote: string, more: string) {
  return `---
title: ${title}
kind: answer
source: https://government.example/answer
country: CH
who: ${who}
quote: ${quote}
---

It says so.

${more}
`
}
