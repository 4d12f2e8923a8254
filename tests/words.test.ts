import { expect, test } from 'vitest'
import { readProject } from './support/checks/project-sources.ts'

/**
 * Former words of this project and what the field calls them. The former ones may stand in no name of a file and
 * in no identifier; a word of several parts is written as an identifier would be, without its capitals.
 */
const FORMER_WORDS = [
  ['asRead', 'revision'],
  ['chore', 'job'],
  ['codeApp', 'TOTP'],
  ['deed', 'audit event'],
  ['defence', 'security'],
  ['disown', 'reject'],
  ['door', 'mail transport, console route'],
  ['edition', 'print content, revision'],
  ['extendable', 'reconfirmable'],
  ['frontDoor', 'request guard'],
  ['hearOut', 'drain the body of a request'],
  ['heard', 'drained, visually hidden'],
  ['inWords', 'format…'],
  ['isAlone', 'sendIndividually'],
  ['keepHouse', 'runScheduledJobs'],
  ['keepTyped', 'DraftAutosave'],
  ['knock', 'call'],
  ['letterhead', 'MailContent'],
  ['mailDay', 'mail daily stats'],
  ['mailGate', 'mail throttle'],
  ['mailMinute', 'mail quota usage'],
  ['momentIn', 'databaseTimeIn'],
  ['momentOf', 'time of'],
  ['momentsOf', 'bounds of'],
  ['openToOthers', 'CORS'],
  ['ownLink', 'magic link'],
  ['ownProof', 'inclusion proof'],
  ['ownSession', 'signatory session'],
  ['parcel', 'mail batch'],
  ['seal', 'encryption, record hash'],
  ['sealed', 'encrypted'],
  ['settleSecrets', 'reconcile secrets'],
  ['smallFiles', 'precompressed assets'],
  ['standIn', 'fake'],
  ['standingToken', 'stateless token'],
  ['stillPages', 'strip scripts'],
  ['takeBack', 'dequeue'],
  ['thaw', 'load a batch'],
  ['trail', 'audit log'],
  ['turnAway', 'refuse'],
  ['uniformTime', 'constant time response'],
  ['unkept', 'storage failure'],
  ['unsealed', 'unhashed'],
  ['updateMails', 'broadcastMails'],
  ['updatesNeed', 'broadcastsNeed'],
  ['wayBack', 'safe return path'],
] as const

const FORMER = FORMER_WORDS.map(([former]) => ({ former, parts: partsOf(former) }))

const sources = readProject()

test('files and identifiers bear the words of the field', () => {
  const found = sources.flatMap(({ file, code }) =>
    [...new Set([file, ...identifiersOf(code)])].flatMap(name =>
      formerWordsIn(name).map(former => `${file}: ${name} (${wordFor(former)})`),
    ),
  )
  expect(found).toEqual([])
})

test('a former word is found wherever it stands in a name, and only as a word', () => {
  expect(formerWordsIn('sealSecret')).toEqual(['seal'])
  expect(formerWordsIn('lib/audit/trail-head.ts')).toEqual(['trail'])
  expect(formerWordsIn('forgetOwnSession')).toEqual(['ownSession'])
  expect(formerWordsIn('MISDEEDS')).toEqual([])
  expect(formerWordsIn('trailingSlash')).toEqual([])
})

function formerWordsIn(name: string) {
  const parts = partsOf(name)
  return FORMER.filter(({ parts: former }) =>
    parts.some((_, at) => former.every((part, next) => parts[at + next] === part)),
  ).map(({ former }) => former)
}

/** Parts of a name in small letters, the plural among them without its s. */
function partsOf(name: string) {
  const apart = name.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
  return apart
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(part => part !== '')
    .map(part => part.replace(/(?<=[^s])s$/, ''))
}

/** What stands in code as a name: no comment, and no text, which may be a promise to the outside. */
function identifiersOf(code: string) {
  const bare = code
    .replace(/\/\*[\s\S]*?\*\/|(?<!:)\/\/.*/g, '')
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g, '')
  return bare.match(/[\p{L}_$][\p{L}\d_$]*/gu) ?? []
}

function wordFor(former: string) {
  return `say ${FORMER_WORDS.find(([word]) => word === former)?.[1]}`
}
