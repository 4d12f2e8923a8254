import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readLetter } from '#lib/content/letter.ts'
import { database } from '#lib/database/client.ts'
import type { Signature } from '#lib/database/types.ts'
import { askToReconfirm } from '#lib/signatures/reconfirmation-mails.ts'
import { type Level, publishLetter } from '#lib/versions/publish-letter.ts'
import { deliverMails, passTime } from '../fakes/transport.ts'
import { insertSignatures } from '../people/factories/insert-signatures.ts'
import { aSignature } from '../people/factories/signature.ts'

/** Puts the letter back as this checkout has it. */
export function restoreLetter(root: string) {
  cpSync(join('content', 'letter'), join(root, 'content', 'letter'), { recursive: true })
}

/** A project whose letter a test may change and publish; gone when the test ends. */
export function aCampaign() {
  const root = mkdtempSync(join(tmpdir(), 'open-letter-versions-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const folder of ['content', 'locales']) {
    cpSync(folder, join(root, folder), { recursive: true })
  }
  return {
    root,
    /** Hash of the letter as its file says it now. */
    versionOf: (language: string) => readLetter(language, root).version,
    /** Writes one more paragraph under the letter; resolves to its new hash. */
    change(language: string, paragraph = 'One more thing.') {
      const file = join(root, 'content', 'letter', `${language}.md`)
      writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n\n${paragraph}\n`)
      return readLetter(language, root).version
    },
    publish: (levels: Record<string, Level>, now?: Date) => publishLetter(levels, root, now),
  }
}

/** A letter that people signed, changed in substance since in both languages. */
export async function changedLetter(sign: (version: (language: string) => string) => Signature[]) {
  const campaign = aCampaign()
  await campaign.publish({})
  const signed = { fr: campaign.versionOf('fr'), en: campaign.versionOf('en') }
  await insertSignatures(database, sign(campaign.versionOf))
  const current = { fr: campaign.change('fr'), en: campaign.change('en') }
  await campaign.publish({ fr: 'material', en: 'material' })
  return { ...campaign, signed, current }
}

/** The mails that ask to reconfirm, as their recipients see them. */
export async function mailsAfterAsking() {
  await askToReconfirm()
  await passTime()
  return deliverMails()
}

/** Who signed the French letter before it changed. */
export function camilleSigned(version: (language: string) => string) {
  return [aSignature({ letterVersion: version('fr') })]
}
