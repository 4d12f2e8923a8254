import { beforeEach, describe, expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { removeSignature, restoreSignature } from '#lib/moderation/remove-signature.ts'
import { suppressAddress } from '#lib/suppression/suppression.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { deliverMails } from '../../support/fakes/transport.ts'
import { lea, readNow } from '../../support/people/organiser-acts.ts'
import { readAuditEvents } from '../../support/people/organisers.ts'
import { signAndConfirm } from '../../support/people/self-service.ts'
import { camille, details } from '../../support/people/signatories.ts'

const TOLD = { reason: 'impersonation', tellsOwner: true } as const

beforeEach(emptyDatabase)

describe('Léa removes a signature for a reason', () => {
  test('the history and the audit log keep it; its owner hears of it where Léa wishes so', async () => {
    const told = await signAndConfirm(camille)
    const untold = await signAndConfirm(details({ email: 'ines@example.org' }))
    await removeSignature(lea, await readNow(told.id), TOLD)
    await removeSignature(lea, await readNow(untold.id), { reason: 'double', tellsOwner: false })
    const history = await database.signatureEvent.findMany({
      where: { kind: 'removed' },
      orderBy: { id: 'asc' },
    })
    expect(history).toMatchObject([
      { signatureId: told.id, codes: ['impersonation'], organiserId: lea.id },
      { signatureId: untold.id, codes: ['double'], organiserId: lea.id },
    ])
    const traces = (await readAuditEvents('signature-removed')).map(event => event.details)
    expect(traces).toHaveLength(2)
    expect(traces).toContainEqual({ reason: 'impersonation', isOwnerTold: true })
    expect(traces).toContainEqual({ reason: 'double', isOwnerTold: false })
    const [mail, ...others] = await deliverMails()
    expect(others).toEqual([])
    expect(mail).toMatchObject({ to: camille.email })
    expect(mail?.text.replace(/\s+/g, ' ')).toContain('porter le nom de quelqu’un d’autre')
    expect(mail?.text).toContain('/my-signature')
  })

  test('whoever is put back before the mail went hears of nothing', async () => {
    const { id } = await signAndConfirm(camille)
    await removeSignature(lea, await readNow(id), TOLD)
    await restoreSignature(lea, await readNow(id))
    expect(await deliverMails()).toEqual([])
  })

  test('an address that is not written to gets no mail, and the audit log does not say that it did', async () => {
    const { id } = await signAndConfirm(camille)
    await suppressAddress(database, camille.email, 'complained')
    await removeSignature(lea, await readNow(id), TOLD)
    expect(await deliverMails()).toEqual([])
    expect(await readAuditEvents('signature-removed')).toMatchObject([
      { details: { reason: 'impersonation', isOwnerTold: false } },
    ])
  })
})
