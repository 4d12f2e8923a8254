import { expect, test } from 'vitest'
import { LARGEST_BODY_BYTES, largestBody, takesFiles } from '#lib/security/request-guard.ts'

test.each([
  ['/fr/organisers/letter', true, false],
  ['/en/organisers/letter?notice=written', true, false],
  ['/fr/organisers/settings/first-signatories', true, false],
  ['/fr/organisers/settings/first-signatories/list', true, false],
  ['/fr/organisers/settings/look/drawing', true, false],
  ['/en/organisers/settings/categories?notice=written', true, false],
  ['/fr/organisers/content/upload', true, true],
  ['/fr/organisers/paper/upload', true, true],
  ['/fr/my-signature/logo', true, true],
  ['/fr/organisers/letter/preview', false, false],
  ['/fr/organisers/content', false, false],
  ['/fr/organisers/settings', false, false],
  ['/fr/organisers/content/upload/more', false, false],
  ['/fr/sign/organisers/letter', false, false],
])('%s takes more than any form: %s, and a file: %s', (path, isLarger, hasFile) => {
  expect(largestBody(path) > LARGEST_BODY_BYTES).toBe(isLarger)
  expect(takesFiles(path)).toBe(hasFile)
})
