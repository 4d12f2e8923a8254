import { database } from '#lib/database/client.ts'

/** Forgets the network in forms that wait to be confirmed, of signatures that know theirs no more. */
export async function forgetNetworksOfForms() {
  await database.$executeRaw`
      UPDATE confirmation_link l SET details = details || '{"networkHash": null}'
      FROM signature s
      WHERE s.id = l."signatureId" AND s."networkHash" IS NULL
        AND l.details ->> 'networkHash' IS NOT NULL`
}
