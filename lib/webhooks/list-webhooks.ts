import { database } from '#lib/database/client.ts'

/** Number of messages of a webhook that are shown. */
const SHOWN_MESSAGES = 10

/** Every webhook, oldest first, with its last messages, newest first. Never a secret. */
export async function listWebhooks() {
  const webhooks = await database.webhook.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, url: true, failingSince: true, disabledAt: true },
  })
  return Promise.all(
    webhooks.map(async webhook => ({
      ...webhook,
      waiting: await database.webhookMessage.count({
        where: { webhookId: webhook.id, status: 'waiting' },
      }),
      messages: await lastMessages(webhook.id),
    })),
  )
}

function lastMessages(webhookId: string) {
  return database.webhookMessage.findMany({
    where: { webhookId },
    orderBy: { position: 'desc' },
    take: SHOWN_MESSAGES,
    select: {
      id: true,
      event: true,
      status: true,
      attempts: true,
      lastResponse: true,
      occurredAt: true,
    },
  })
}
