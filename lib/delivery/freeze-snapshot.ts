import { randomBytes } from 'node:crypto'
import { readCampaignRun } from '#lib/campaign/campaign-run.ts'
import { provisionalUntil } from '#lib/campaign/confirmation-deadline.ts'
import { database } from '#lib/database/client.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { growTree } from './branches.ts'
import { countWhileFreezing } from './count-while-freezing.ts'
import { leafHash } from './merkle.ts'
import {
  eraseWhatWasTakenBack,
  type FrozenMember,
  insertMembers,
  readConfirmed,
} from './queries.ts'
import { type FrozenRow, frozenRecord } from './record.ts'

const SALT_BYTES = 32
/** A million signatures take about two minutes. */
const LONGEST_FREEZE_MS = 30 * MINUTE_MS

/**
 * Freezes all confirmed signatures of one moment: their records, their leaves, the root, the tally.
 * Nothing of it is there before all of it is.
 * @param url connection string: they are read by a connection of their own
 * @param onRows told now and then how many were frozen so far; to be awaited
 */
export async function freezeSnapshot(
  url: string,
  id: string,
  onRows: (rows: number) => Promise<void> = async () => {},
) {
  await database.$transaction(
    async transaction => {
      await transaction.deliveryMember.deleteMany({ where: { snapshotId: id } })
      const tree = growTree()
      const counting = countWhileFreezing()
      let place = 0
      let takenAt = new Date()
      for await (const rows of readConfirmed(url)) {
        takenAt = rows[0]?.takenAt ?? takenAt
        const members = frozen(rows)
        for (const [index, { leaf }] of members.entries()) {
          tree.add(leaf)
          counting.add(rows[index])
        }
        await insertMembers(transaction, id, place, members)
        place += rows.length
        await onRows(place)
      }
      const { root, branches } = tree.finish()
      await eraseWhatWasTakenBack(transaction, id)
      await transaction.deliverySnapshot.update({
        where: { id },
        data: {
          takenAt,
          finalCountAt: provisionalUntil(await readCampaignRun(transaction), takenAt),
          ...(await counting.finish(takenAt)),
          root: root.toString('hex'),
          branches: Uint8Array.from(branches),
        },
      })
    },
    { timeout: LONGEST_FREEZE_MS },
  )
  // Who took hers back between the first look and the end of the transaction met no trigger.
  await eraseWhatWasTakenBack(database, id)
}

/** Rows as they are frozen, their salts drawn in one go: one at a time took a sixth of the whole. */
function frozen(rows: FrozenRow[]): FrozenMember[] {
  const salts = randomBytes(SALT_BYTES * rows.length)
  return rows.map((row, index) => {
    const { record, isNamed } = frozenRecord(row)
    const salt = salts.subarray(index * SALT_BYTES, (index + 1) * SALT_BYTES)
    return { signatureId: row.id, record, isNamed, salt, leaf: leafHash(salt, record) }
  })
}
