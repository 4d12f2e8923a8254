import { expect, test } from 'vitest'
import { readAtMost, readBytesAtMost } from '#lib/security/read-at-most.ts'

test('a body is read whole up to the limit, characters across chunks included', async () => {
  const bytes = Buffer.from('signé')
  const body = new Blob([bytes.subarray(0, 5), bytes.subarray(5)]).stream()
  expect(await readAtMost(body, 6)).toBe('signé')
  expect(await readAtMost(null, 6)).toBe('')
})

test('an endless body is left when it is too long', async () => {
  let given = 0
  const endless = new ReadableStream<Uint8Array>({
    pull: controller => {
      given += 1
      controller.enqueue(new Uint8Array(1_000))
    },
  })
  expect(await readAtMost(endless, 10_000)).toBeNull()
  expect(given).toBeLessThan(20)
})

test('a body that is too long may be drained to its end without being kept', async () => {
  const body = (bytes: number) => new Blob([Buffer.alloc(bytes)]).stream()
  const limits = { kept: 6, drained: 1_000 }
  expect(await readBytesAtMost(body(6), limits)).toHaveLength(6)
  expect(await readBytesAtMost(body(7), limits)).toBeNull()
  expect(await readBytesAtMost(body(1_001), limits)).toBeNull()
})
