import { database } from '#lib/database/client.ts'

/** Takes some likely doubles in after all, and leaves the others of those shown out. */
export async function tickRows(batchId: string, shown: number[], ticked: number[]) {
  const isTicked = { batchId, state: 'likely', batch: { status: 'checked' } } as const
  const wanted = shown.filter(number => ticked.includes(number))
  await database.$transaction([
    database.paperRow.updateMany({
      where: { ...isTicked, number: { in: shown } },
      data: { isTicked: false },
    }),
    database.paperRow.updateMany({
      where: { ...isTicked, number: { in: wanted } },
      data: { isTicked: true },
    }),
  ])
}
