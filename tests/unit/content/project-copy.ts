import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { ContentError, sentenceOf } from '#lib/content/content-error.ts'
import { checkContent } from '#lib/versions/check-content.ts'

/** A copy of content/ that a test may spoil, with French and English; gone when the test ends. */
export function projectCopy() {
  const root = mkdtempSync(join(tmpdir(), 'open-letter-content-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  cpSync('content', join(root, 'content'), { recursive: true })
  write(root, 'locales/fr.json', '{}')
  write(root, 'locales/en.json', '{}')
  return root
}

export function write(root: string, file: string, text: string) {
  mkdirSync(dirname(join(root, file)), { recursive: true })
  writeFileSync(join(root, file), text)
}

/** Replaces the first `from`, which must be there. */
export function edit(root: string, file: string, from: string | RegExp, to: string) {
  const before = readFileSync(join(root, file), 'utf8')
  const after = before.replace(from, () => to)
  if (after === before) throw new Error(`${file} holds no ${from}`)
  write(root, file, after)
}

export function mistakes(root: string): string[] {
  try {
    checkContent(root)
    return []
  } catch (error) {
    if (error instanceof ContentError) return error.mistakes.map(sentenceOf)
    throw error
  }
}
