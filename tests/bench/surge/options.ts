import { typedOptions, WrongUse } from '../../../bin/support/command-line.ts'

const USAGE = `Usage: npm run bench -- surge [--signatures 20000] [--rate 100] [--minutes 10] [--kills 20]
  --signatures  how many there are before
  --rate        signatories a second, where the highest is not looked for, here or on the bare server
  --minutes     how long it is held; 0.5 will do
  --kills       so many processes are killed meanwhile
  --only        surge or beside: leaves out the other half`

/** What was typed after `npm run bench -- surge`. */
export function surgeOptions() {
  const { values } = typedOptions(USAGE, {
    allowPositionals: true,
    options: {
      signatures: { type: 'string', default: '20000' },
      rate: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      kills: { type: 'string', default: '0' },
      only: { type: 'string' },
    },
  })
  return {
    signatures: aNumber('signatures', values.signatures),
    rate: values.rate === undefined ? null : aNumber('rate', values.rate),
    minutes: aNumber('minutes', values.minutes),
    kills: aNumber('kills', values.kills),
    hasSurge: values.only !== 'beside',
    hasBeside: values.only !== 'surge',
  }
}

export type SurgeOptions = ReturnType<typeof surgeOptions>

function aNumber(name: string, typed: string) {
  const number = Number(typed)
  if (Number.isFinite(number) && number >= 0) return number
  throw new WrongUse(`--${name} must be a number.`, USAGE)
}
