import { database } from './client.ts'

/** Whether the database answers now; waits 5 s for a connection at most. */
export async function isDatabaseReachable(): Promise<boolean> {
  try {
    await database.$queryRaw`SELECT 1`
    return true
  } catch {
    return false
  }
}
