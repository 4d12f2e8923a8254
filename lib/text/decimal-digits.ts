/** Any decimal digit of any script (Unicode general category Nd). */
const DIGIT = /\p{Nd}/u

const DIGITS_OF_A_SCRIPT = 10

/**
 * A text with the decimal digits of every script as 0 to 9: ٤٢, ४२ and ４２ are 42. Scripts keep their
 * ten digits side by side, from zero on (The Unicode Standard, section 4.6).
 */
export function withAsciiDigits(text: string) {
  return text.replace(/(?![0-9])\p{Nd}/gu, digit => String(digitValue(digit)))
}

function digitValue(digit: string) {
  const point = digit.codePointAt(0) ?? 0
  let first = point
  while (DIGIT.test(String.fromCodePoint(first - 1))) first -= 1
  return (point - first) % DIGITS_OF_A_SCRIPT
}
