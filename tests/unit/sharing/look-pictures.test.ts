import { expect, test } from 'vitest'
import { lookPicture } from '#lib/sharing/look-pictures.ts'

test.each(['icon.svg', 'icon.png', 'press.svg', 'press.png'])('%s is drawn', async name => {
  const picture = await lookPicture(name)
  expect(picture?.type).toContain(name.endsWith('png') ? 'image/png' : 'image/svg+xml')
  expect(picture?.bytes.length).toBeGreaterThan(200)
})

test.each(['drawing.svg', 'logo.svg', 'logo.png', 'icon.gif', 'constructor.svg', '..', ''])(
  '%j is no picture of the letter that ships',
  async name => {
    expect(await lookPicture(name)).toBeNull()
  },
)
