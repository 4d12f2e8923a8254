import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { captureConsole } from '#lib/log/console.ts'
import { FLOOD_LINES } from '#lib/log/flood.ts'
import { lineOf, logEvent, oneLine } from '#lib/log/log.ts'
import { describeError, placeOf, withoutPersonalData } from '#lib/log/without-personal-data.ts'

// Tests are quiet otherwise (tests/support/site/settings.ts).
vi.hoisted(() => {
  process.env.LOG_LEVEL = 'info'
})

const RAW_CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('\n', '\r', '\u001b', '\u0085', '\u2028', '\u202e', '"', '\\'),
  }),
)

const pinoLine = (message: string) => `${JSON.stringify({ level: 'warn', event: 'x', message })}\n`

/** What is written while something is done, as the terminal gets it. */
function written(work: () => void) {
  const lines: string[] = []
  const keep = (chunk: unknown) => {
    lines.push(String(chunk))
    return true
  }
  const outputs = [process.stdout, process.stderr].map(output =>
    vi.spyOn(output, 'write').mockImplementation(keep),
  )
  work()
  for (const output of outputs) output.mockRestore()
  return lines
}

describe('no text whatever makes two lines, or a control character', () => {
  test.each(['plain', 'json'] as const)('in the %s form', format => {
    fc.assert(
      fc.property(anyText, text => {
        expect(lineOf(pinoLine(text), format)).not.toMatch(RAW_CONTROL)
      }),
    )
  })

  test('JSON reads back to the same text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        expect(JSON.parse(lineOf(pinoLine(text), 'json')).message).toBe(text)
      }),
    )
  })

  test('Idris forges the line of the newest record in a path, and it stays within his own line', () => {
    const forged = "/fr\nThe audit log's newest record: 1:abc"
    const [line = ''] = written(() =>
      logEvent('request-refused', { status: 400, method: 'GET', place: forged }),
    )
    expect(line.trimEnd().split('\n')).toHaveLength(1)
    expect(oneLine(forged)).toBe("/fr\\u000aThe audit log's newest record: 1:abc")
  })
})

describe('the log holds nobody’s data', () => {
  test('an error is its name, its code and where it arose, never what it says', () => {
    const error = Object.assign(
      new TypeError('Key (email)=(camille@example.org)\n    at camille:1:1'),
      {
        code: 'P2002',
      },
    )
    const described = describeError(error)
    expect(described.error).toBe('TypeError P2002')
    expect(described.at).toContain('the-log-cannot-be-forged.test.ts')
    expect(JSON.stringify(described)).not.toMatch(/camille/i)
    expect(described.at).not.toContain(process.cwd())
    expect(describeError(null)).toEqual({ error: 'object', at: '' })
  })

  test('what other programs print goes without addresses, queries, tokens and quoted words', () => {
    const token = 'A'.repeat(43)
    const said = `Failed for camille.roux@example.org at /fr/confirm?token=${token} from 192.0.2.7, "Camille Roux" ${token}`
    expect(withoutPersonalData(said)).toBe('Failed for …@… at /fr/confirm?… from …, "…" …')
  })

  test('a place is words of the site, not what stands in the place of a name', () => {
    expect(placeOf('/fr/my-signature/logo?x=camille@example.org')).toBe('/fr/my-signature/logo')
    expect(placeOf('/fr/camille@example.org/01890a5d-ac96-774b')).toBe('/fr/…/…')
    expect(placeOf('')).toBe('/')
  })

  test('the console of the process is led through it', () => {
    const before = { ...console }
    const lines = written(() => {
      captureConsole()
      console.error(' ⨯', new Error('camille@example.org'))
      console.warn('two\nlines')
      console.log('what only whoever looks for a mistake reads')
      console.error(Object.assign(new Error('told already'), { digest: '1' }))
    })
    Object.assign(console, before)
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain('camille')
    expect(lines[1]).toBe('two\\u000alines\n')
  })
})

describe('a flood', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  test('is counted after its first lines', () => {
    vi.useFakeTimers()
    const lines = written(() => {
      for (let times = 0; times < 1_000; times += 1)
        logEvent('rate-limited', { limit: 'flood-test' })
      vi.advanceTimersByTime(60_000)
    })
    expect(lines).toHaveLength(FLOOD_LINES + 1)
    expect(lines.at(-1)).toContain(`${1_000 - FLOOD_LINES} times more`)
  })
})
