import { database } from '#lib/database/client.ts'
import { readHistory } from '#lib/versions/history.ts'

/**
 * How many would be asked at most whether their signature goes with a material change of the letter in a language: some
 * of them may have asked for no more mail (reconfirmation-mails.ts).
 */
export async function countToAsk(language: string): Promise<number> {
  const history = await readHistory()
  const versions = history.flatMap(each => (each.language === language ? each.version : []))
  return database.signature.count({
    where: {
      status: 'confirmed',
      letterVersion: { in: versions },
      emailKey: { not: null },
      OR: [{ paperBatchId: null }, { wantsUpdates: true }],
    },
  })
}
