import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { answer, givenBytes } from '#lib/isolation/answer.ts'

// What a program may come to that reads a stranger's file. It is told what to do instead.

const MEGABYTE = 1024 * 1024
const wish = Buffer.from(await givenBytes()).toString()

const refusal = (attempt: () => unknown) => {
  try {
    const made = attempt()
    return made instanceof Error ? made.message : 'done'
  } catch (error) {
    return error instanceof Error && 'code' in error ? error.code : String(error)
  }
}

const MISDEEDS: Record<string, () => unknown> = {
  'turns in circles': () => {
    for (;;);
  },
  'waits for ever': () => new Promise(resolve => setTimeout(resolve, 1_000_000)),
  'fills the heap': () => {
    const kept: object[] = []
    for (;;) kept.push({ kept: kept.length })
  },
  'fills memory beside the heap': () => {
    const kept: Buffer[] = []
    for (;;) kept.push(Buffer.alloc(MEGABYTE, 1))
  },
  'ends half-way': async () => {
    await answer(['half'])
    process.exit(3)
  },
  'is ended by the machine': () => process.kill(process.pid, 'SIGSEGV'),
  'says more than it may': () => answer(Array.from({ length: 1_000 }, () => 'a'.repeat(MEGABYTE))),
  'says what is no JSON': () => process.stdout.write('{"half\n'),
  'says nothing': () => undefined,
  'says what it sees': () =>
    answer([
      'two\u2028lines\u2029and\r\nmore',
      Object.keys(process.env).sort(),
      refusal(() => writeFileSync('/tmp/open-letter-was-here', '')),
      refusal(() => spawnSync('/bin/true').error),
    ]),
}

await MISDEEDS[wish]?.()
