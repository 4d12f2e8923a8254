import { openDatabase } from '#lib/database/open-database.ts'

// A process that uses the database until it is told to stop, or killed.
const { url, release } = await openDatabase({ DATA_FOLDER: process.argv[2] ?? '' })
process.send?.({ url })
process.once('message', async () => {
  await release()
  process.disconnect()
})
