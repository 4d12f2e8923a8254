import { database } from '#lib/database/client.ts'
import type { Prisma } from '#lib/database/types.ts'

/** Begins a file that nobody finds yet. Resolves to its id. */
export async function draftFile(name: string, lifetimeMs: number) {
  const [draft] = await database.$queryRaw<{ id: string }[]>`
    INSERT INTO stored_file (id, name, expires_at)
    VALUES (gen_random_uuid(), ${name}, now() + ${lifetimeMs}::float * interval '1 ms')
    RETURNING id`
  if (!draft) throw new Error('A file could not be begun.')
  return draft.id
}

/** Lets a file be found, in place of an earlier one of its name. */
export async function finishFile(
  transaction: Prisma.TransactionClient,
  { id, name, bytes, lifetimeMs }: { id: string; name: string; bytes: number; lifetimeMs: number },
) {
  await transaction.storedFile.deleteMany({ where: { name, isWhole: true } })
  await transaction.$executeRaw`
    UPDATE stored_file
    SET is_whole = true, bytes = ${bytes}, expires_at = now() + ${lifetimeMs}::float * interval '1 ms'
    WHERE id = ${id}::uuid`
}

/** Deletes what has had its time, by the database's clock. Resolves to how many files and assets. */
export async function deleteExpiredFiles() {
  const files = await database.$executeRaw`DELETE FROM stored_file WHERE expires_at < now()`
  const assets = await database.$executeRaw`DELETE FROM build_asset WHERE expires_at < now()`
  return files + assets
}

/** Keeps assets of these paths for longer. Resolves to the paths of those that are there. */
export async function keepAssets(paths: string[], lifetimeMs: number) {
  const kept = await database.$queryRaw<{ path: string }[]>`
    UPDATE build_asset SET expires_at = now() + ${lifetimeMs}::float * interval '1 ms'
    WHERE path = ANY (${paths}::text[]) RETURNING path`
  return kept.map(({ path }) => path)
}

/** Adds an asset, unless another process just has. */
export async function addAsset(path: string, content: Uint8Array, lifetimeMs: number) {
  await database.$executeRaw`
    INSERT INTO build_asset (path, content, expires_at)
    VALUES (${path}, ${content}, now() + ${lifetimeMs}::float * interval '1 ms')
    ON CONFLICT (path) DO NOTHING`
}
