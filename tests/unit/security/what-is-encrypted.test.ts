import { expect, test } from 'vitest'
import { readProject } from '../../support/checks/project-sources.ts'

const ENCRYPTIONS = /\bencrypt\(\s*(\w+)/g

const sources = readProject().filter(({ file }) => /^(lib|app|bin|server)\//.test(file))

test('whatever is kept encrypted is encrypted anew when the secret is changed', () => {
  const purposes = sources
    .filter(
      ({ file, imports }) =>
        imports.includes('lib/security/encryption.ts') && !isReencrypting(file),
    )
    .filter(({ file }) => !IN_A_COOKIE.includes(file))
    .flatMap(({ code }) => [...code.matchAll(ENCRYPTIONS)].map(([, purpose = '']) => purpose))
  const reencrypting = sources.filter(({ file }) => isReencrypting(file))
  const anew = reencrypting.map(({ code }) => code).join('\n')
  expect(purposes.length).toBeGreaterThan(1)
  expect(purposes.filter(purpose => !anew.includes(`reencrypted(${purpose},`))).toEqual([])
  const command = sources.find(({ file }) => file === 'bin/reencrypt.ts')
  expect(
    reencrypting.map(({ file }) => file).filter(file => !command?.imports.includes(file)),
  ).toEqual([])
})

/** Kept by a browser for an hour at most, and opened under the key of before. */
const IN_A_COOKIE = [
  'lib/organisers/sign-in/new-recovery-codes.ts',
  'lib/security/typed-address.ts',
]

function isReencrypting(file: string) {
  return /^lib\/.*\/reencrypt-[\w-]+\.ts$/.test(file)
}
