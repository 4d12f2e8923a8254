import { database } from '#lib/database/client.ts'
import type { WebhookEvent, WebhookMessage } from '#lib/database/types.ts'

/** Public names of the events. */
const EVENT_TYPES: Record<WebhookEvent, string> = {
  confirmed: 'signature.confirmed',
  withdrawn: 'signature.withdrawn',
  test: 'test',
}

/**
 * A message as it is sent. Its name is read at that moment, and only while the public list shows it:
 * whoever took it back or hid it since is told of without it. Never an e-mail address.
 */
export async function messageBody(message: WebhookMessage): Promise<string> {
  const { event, occurredAt, signatureId, about } = message
  const name = event === 'confirmed' && signatureId ? await publicName(signatureId) : null
  return JSON.stringify({
    type: EVENT_TYPES[event],
    timestamp: occurredAt.toISOString(),
    data: signatureId ? { id: signatureId, ...Object(about), ...(name ? { name } : {}) } : {},
  })
}

async function publicName(id: string) {
  const shown = await database.signature.findFirst({
    where: { id, status: 'confirmed', isPublic: true, isHidden: false },
    select: { name: true },
  })
  return shown?.name ?? null
}
