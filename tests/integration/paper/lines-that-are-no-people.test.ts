import { expect, test } from 'vitest'
import { database } from '#lib/database/client.ts'
import { importBatch } from '#lib/paper/import-batch.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { anOrganiser } from '../../support/people/organisers.ts'
import { aCheckedBatch } from '../../support/people/paper.ts'

test('lines that are no people are shown as such, and never counted', async () => {
  await emptyDatabase()
  const karim = await anOrganiser('Karim', 'moderator')
  const id = await aCheckedBatch(
    karim,
    `sep=;
Nom;Adresse électronique;Employeur;Pays
Léa Martin;lea@example.org;;USA
;;;France
Nom;Adresse électronique;Employeur;Pays
Ali Ben Salah;;;Cote d'Ivoire
Note : deux noms illisibles
Total : 12`,
    ['name', 'email', 'organisation', 'country'],
  )
  expect(
    await database.paperRow.findMany({ where: { batchId: id }, orderBy: { number: 'asc' } }),
  ).toMatchObject([
    { number: 2, state: 'ready' },
    { number: 3, state: 'remark', faults: ['remark.empty'] },
    { number: 4, state: 'remark', faults: ['remark.heading'] },
    { number: 5, state: 'ready' },
    { number: 6, state: 'remark', faults: ['remark.note'] },
    { number: 7, state: 'remark', faults: ['remark.total'] },
  ])
  expect(await importBatch(karim, id)).toEqual({ outcome: 'imported', signatures: 2 })
  expect(
    await database.signature.findMany({ select: { country: true }, orderBy: { name: 'asc' } }),
  ).toEqual([{ country: 'CI' }, { country: 'US' }])
})
