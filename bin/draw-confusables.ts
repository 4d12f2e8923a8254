import { writeFileSync } from 'node:fs'
import { readConfusables } from './support/read-confusables.ts'

const FILE = 'lib/text/confusables.json'

/** Characters by what they are taken for: one line each, so that a new version can be read as a change. */
const lookAlikes: Record<string, string> = {}
for (const [character, prototype] of readConfusables()) {
  lookAlikes[prototype] = (lookAlikes[prototype] ?? '') + character
}

const drawn = {
  source: 'confusables.txt of Unicode UTS #39, as ICU has it',
  licence: 'Unicode-3.0, see docs/licences/unicode-3.0.txt',
  unicode: process.versions.unicode,
  lookAlikes,
}

// Run it again when Node.js comes with a newer Unicode, and run the tests: node bin/draw-confusables.ts
writeFileSync(FILE, `${JSON.stringify(drawn, null, 1)}\n`)
console.log(`Wrote ${FILE}.`)
