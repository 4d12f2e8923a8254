/** The number at the top of an axis that holds `most`: 2, 4, 6, 8 or 10 and zeros, so that its half is whole. */
export function axisTop(most: number) {
  if (most <= 2) return 2
  const size = 10 ** Math.floor(Math.log10(most))
  const digit = [1, 2, 4, 6, 8, 10].find(step => most <= step * size) ?? 10
  return digit * size
}
