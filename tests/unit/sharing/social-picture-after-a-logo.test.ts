import { expect, test } from 'vitest'
import { socialPicture } from '#lib/sharing/social-picture.ts'

test('the picture of the letter is still drawn after a hospital has given its logo', async () => {
  await import('#lib/signatures/organisations/logo-image.ts')
  const image = await socialPicture({
    language: 'fr',
    kind: 'Lettre ouverte',
    title: 'Une lettre',
    count: null,
    invitation: 'Signez',
  })
  expect(image.subarray(1, 4).toString()).toBe('PNG')
})
