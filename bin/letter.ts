import { createInterface } from 'node:readline/promises'
import { ContentError } from '#lib/content/content-error.ts'
import { shortVersion } from '#lib/content/letter-version.ts'
import { database } from '#lib/database/client.ts'
import { askToReconfirm, EXTENSION_MAILS_PER_MINUTE } from '#lib/signatures/reconfirmation-mails.ts'
import { checkContent } from '#lib/versions/check-content.ts'
import {
  ensurePublished,
  hasSignatures,
  unpublishedMistake,
} from '#lib/versions/ensure-published.ts'
import { readHistory } from '#lib/versions/history.ts'
import { LEVELS, type Level, publishLetter } from '#lib/versions/publish-letter.ts'
import { type UnpublishedText, unpublishedTexts } from '#lib/versions/unpublished-changes.ts'
import { whatChanged } from '#lib/versions/what-changed.ts'
import { typedOptions, WrongUse } from './support/command-line.ts'
import { main } from './support/main.ts'

const USAGE = `Usage: npm run letter -- check
       npm run letter -- publish [--level ${LEVELS.join('|')}]`

const QUESTION = `Is it a correction (a slip: signatures carry over)
or a material change (signatures stay with the old text, and each signatory is asked once)?
correction or material: `

// Started by bin/with-database.ts, with the database open.
await main(() => run().finally(() => database.$disconnect()))

async function run() {
  const { positionals, values } = typedOptions(USAGE, {
    allowPositionals: true,
    options: { level: { type: 'string' } },
  })
  const [verb, ...rest] = positionals
  const { level } = values
  if (level !== undefined && !isLevel(level)) {
    throw new WrongUse(`--level must be ${LEVELS.join(' or ')}.`, USAGE)
  }
  const isKnown = (verb === 'check' || verb === 'publish') && rest.length === 0
  if (!isKnown) throw new WrongUse('Say what to do: check or publish.', USAGE)
  checkContent()
  return verb === 'check' ? check() : publish(level)
}

async function check() {
  const unpublished = unpublishedTexts(await readHistory())
  const changed = unpublished.filter(({ published }) => published)
  if (changed.length === 0 || !(await hasSignatures())) {
    return console.log('The letter is ready: npm start serves it as it is.')
  }
  throw new ContentError(changed.map(unpublishedMistake))
}

async function publish(level: Level | undefined) {
  if (!(await hasSignatures())) {
    await ensurePublished()
    return console.log('Nobody has signed yet: the letter as it is now is the first version.')
  }
  const unpublished = unpublishedTexts(await readHistory())
  if (unpublished.length === 0) throw new Error('Nothing has changed since the last publication.')
  const levels: Record<string, Level> = {}
  for (const text of unpublished) {
    if (text.published) levels[text.language] = level ?? (await askLevel(text, text.published))
  }
  const result = await publishLetter(levels)
  if (result.outcome === 'nothing-changed') throw new Error('It has just been published.')
  for (const { file, language, version } of result.texts) {
    console.log(`Published ${file} as ${shortVersion(version)}: ${levels[language] ?? 'first'}.`)
  }
  await ask()
}

async function ask() {
  const asked = await askToReconfirm()
  if (asked > 0) {
    const pace = `at most ${EXTENSION_MAILS_PER_MINUTE} a minute, while the site runs`
    console.log(`Signatories who will be asked to extend their signature: ${asked} (${pace}).`)
  }
  console.log('A site that runs shows the new text within ten seconds; else: npm start')
}

async function askLevel(
  { file, text, language }: UnpublishedText,
  before: UnpublishedText['text'],
) {
  if (!process.stdin.isTTY) throw new WrongUse('Say what the change is.', USAGE)
  const paragraphs = whatChanged(before, text, language)
  const changed = paragraphs.filter(pieces => pieces.some(({ kind }) => kind !== 'same'))
  console.log(`${file} has changed:\n\n${changed.map(inBrackets).join('\n\n')}\n`)
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    let answer = ''
    while (!isLevel(answer)) answer = (await terminal.question(QUESTION)).trim().toLowerCase()
    return answer
  } finally {
    terminal.close()
  }
}

function inBrackets(pieces: ReturnType<typeof whatChanged>[number]) {
  const signs = { same: ['', ''], added: ['{+', '+}'], removed: ['[-', '-]'] } as const
  return pieces.map(({ kind, text }) => `${signs[kind][0]}${text}${signs[kind][1]}`).join('')
}

function isLevel(text: string): text is Level {
  return LEVELS.includes(text as Level)
}
