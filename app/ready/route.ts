import { isDatabaseMigrated } from '#lib/database/migrated.ts'
import { isDatabaseReachable } from '#lib/database/ready.ts'
import { isContentSound } from '#lib/versions/sound-content.ts'

export const dynamic = 'force-dynamic'

/** For whoever decides where requests go: whether this process has what it needs to answer them. */
export async function GET() {
  const database = await isDatabaseReachable()
  const migrations = database && (await isDatabaseMigrated())
  const content = isContentSound()
  const isReady = database && migrations && content
  return Response.json(
    { status: isReady ? 'ok' : 'unavailable', database, migrations, content },
    { status: isReady ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
