import { database } from '#lib/database/client.ts'

/** Forgets the network in forms that wait to be confirmed, of signatures that know theirs no more. */
export async function forgetNetworksOfForms() {
  await database.$executeRaw`
      UPDATE confirmation_link l SET details = details || '{"networkHash": null}'
      FROM signature s
      WHERE s.id = l.signature_id AND s.network_hash IS NULL
        AND l.details ->> 'networkHash' IS NOT NULL`
}
