import { hashPassword as hashByScrypt } from 'better-auth/crypto'
import { expect, test } from 'vitest'
import { hashPassword, isOutdated, verifyPassword } from '#lib/organisers/sign-in/password-hash.ts'
import { takeTurns } from '#lib/organisers/sign-in/take-turns.ts'

const PASSWORD = 'trois-chevaux-dans-la-mer'

test('a password is kept as Argon2id at the parameters of OWASP, with a salt of its own', async () => {
  const [one, two] = await Promise.all([hashPassword(PASSWORD), hashPassword(PASSWORD)])
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  expect(one).not.toBe(two)
  expect(isOutdated(one)).toBe(false)
})

test('it is known again, however the keyboard writes its accents; another is not', async () => {
  const hash = await hashPassword('Un été à Orléans')
  const verify = (password: string) => verifyPassword({ hash, password })
  expect(await verify('Un été à Orléans'.normalize('NFD'))).toBe(true)
  expect(await verify('un été à Orléans')).toBe(false)
  expect(await verify('Un été à Orléans ')).toBe(false)
  expect(await verify('')).toBe(false)
})

test('one that was hashed by scrypt is known, and to be hashed anew', async () => {
  const hash = await hashByScrypt(PASSWORD)
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(true)
  expect(await verifyPassword({ hash, password: 'another' })).toBe(false)
  expect(isOutdated(hash)).toBe(true)
})

test.each([
  ['nothing', ''],
  ['words', 'no hash'],
  ['another algorithm', '$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA'],
  ['one that would take all memory', '$argon2id$v=19$m=9999999,t=2,p=1$c2FsdHNhbHRzYWx0$aGFzaA'],
  ['one that would take for ever', '$argon2id$v=19$m=19456,t=999,p=1$c2FsdHNhbHRzYWx0$aGFzaA'],
])('a stored hash that is %s opens nothing', async (_, hash) => {
  expect(await verifyPassword({ hash, password: PASSWORD })).toBe(false)
})

test('of many at once no more than so many are at work, and each has its turn', async () => {
  const inTurn = takeTurns(2)
  let atWork = 0
  let most = 0
  const done = await Promise.all(
    Array.from({ length: 20 }, (_, place) =>
      inTurn(async () => {
        atWork += 1
        most = Math.max(most, atWork)
        await new Promise(resolve => setImmediate(resolve))
        atWork -= 1
        if (place % 3 === 0) throw new Error('refused')
        return place
      }).catch(() => null),
    ),
  )
  expect(most).toBe(2)
  expect(done.filter(place => place !== null)).toHaveLength(13)
})
