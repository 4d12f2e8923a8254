import { extractText, getDocumentProxy } from 'unpdf'
import { expect, test } from 'vitest'
import { readFirstSignatories } from '#lib/content/first-signatories.ts'
import { readLetter } from '#lib/content/letter.ts'
import { letterPreviewToPrint } from '#lib/sharing/letter-to-print.ts'
import { readMessages } from '#lib/text/messages.ts'

test('a letter that nobody has saved is printed as it was typed, and says that it is a preview', async () => {
  const letter = { ...readLetter('en'), title: 'Hospitals first' }
  const pdf = letterPreviewToPrint(letter, readFirstSignatories('en').slice(0, 1))
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(pdf)), {
    mergePages: true,
  })
  const words = text.replace(/\s+/g, ' ')
  expect(words).toContain('Hospitals first')
  expect(words).toContain(readMessages('en').organisers.letter.preview.pdfFoot)
  expect(words).not.toContain(letter.version)
})
