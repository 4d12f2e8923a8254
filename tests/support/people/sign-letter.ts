import { vi } from 'vitest'
import { database } from '#lib/database/client.ts'
import { signLetter as sign } from '#lib/signatures/sign-letter.ts'

/** Signs, and waits until the form was taken even where its address was known: its answer does not. */
export async function signLetter(...form: Parameters<typeof sign>) {
  const outcome = await sign(...form)
  await repeatedFormsTaken()
  return outcome
}

/** Until no form of a known address waits any more. */
export async function repeatedFormsTaken() {
  const areTaken = async () => (await database.repeatedForm.count()) === 0
  await vi.waitUntil(areTaken, { timeout: 20_000, interval: 10 })
}
