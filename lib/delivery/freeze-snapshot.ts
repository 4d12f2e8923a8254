import { randomBytes } from 'node:crypto'
import { database } from '#lib/database/client.ts'
import { columnName } from '#lib/database/column-names.ts'
import { readRows } from '#lib/database/read-rows.ts'
import type { Prisma } from '#lib/database/types.ts'
import { MINUTE_MS } from '#lib/time/time-spans.ts'
import { growTree } from './branches.ts'
import { countWhileFreezing } from './count-while-freezing.ts'
import { leafHash } from './merkle.ts'
import { FROZEN_COLUMNS, type FrozenRow, frozenRecord } from './record.ts'

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
      for await (const rows of readRows<FrozenRow & { takenAt: Date }>(url, CONFIRMED)) {
        takenAt = rows[0]?.takenAt ?? takenAt
        const members = rows.map(frozen)
        for (const [index, { leaf }] of members.entries()) {
          tree.add(leaf)
          counting.add(rows[index])
        }
        await insert(transaction, id, place, members)
        place += rows.length
        await onRows(place)
      }
      const { root, branches } = tree.finish()
      await eraseWhatWasTakenBack(transaction, id)
      await transaction.deliverySnapshot.update({
        where: { id },
        data: {
          takenAt,
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

const CONFIRMED = {
  text: `SELECT ${FROZEN_COLUMNS.map(columnName).join(', ')}, now() AS taken_at
FROM signature WHERE status = 'confirmed' ORDER BY id`,
  values: [],
}

type Member = ReturnType<typeof frozen>

function frozen(row: FrozenRow) {
  const { record, isNamed } = frozenRecord(row)
  const salt = randomBytes(SALT_BYTES)
  return { signatureId: row.id, record, isNamed, salt, leaf: leafHash(salt, record) }
}

function insert(
  transaction: Prisma.TransactionClient,
  id: string,
  firstPlace: number,
  members: Member[],
) {
  return transaction.$executeRaw`
    INSERT INTO delivery_member
      (snapshot_id, place, leaf, salt, record, is_named, signature_id)
    SELECT ${id}::uuid, place, decode(leaf, 'hex'), decode(salt, 'hex'), record, named, signature
    FROM unnest(
      ${members.map((_, index) => firstPlace + index)}::int[],
      ${members.map(({ leaf }) => leaf.toString('hex'))}::text[],
      ${members.map(({ salt }) => salt.toString('hex'))}::text[],
      ${members.map(({ record }) => record)}::text[],
      ${members.map(({ isNamed }) => isNamed)}::boolean[],
      ${members.map(({ signatureId }) => signatureId)}::uuid[]
    ) AS member(place, leaf, salt, record, named, signature)`
}

/** What the triggers of the database do, for changes that came while the rows were being written. */
function eraseWhatWasTakenBack(transaction: Prisma.TransactionClient, id: string) {
  return transaction.$executeRaw`
    UPDATE delivery_member AS member
    SET record = NULL, salt = NULL,
        signature_id = CASE WHEN signature.status <> 'withdrawn' THEN signature.id END
    FROM delivery_member AS frozen
    LEFT JOIN signature ON signature.id = frozen.signature_id
    WHERE member.snapshot_id = ${id}::uuid AND frozen.snapshot_id = ${id}::uuid
      AND member.place = frozen.place AND frozen.record IS NOT NULL
      AND (signature.id IS NULL OR signature.status = 'withdrawn'
        OR (frozen.is_named AND (signature.is_hidden OR NOT signature.is_public)))`
}
