import { database } from '#lib/database/client.ts'

/** Messages of a hook that are shown. */
const SHOWN_MESSAGES = 10

/** Every hook, oldest first, with its last messages, newest first. Never a secret. */
export async function listHooks() {
  const hooks = await database.webhook.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, url: true, failingSince: true, disabledAt: true },
  })
  return Promise.all(
    hooks.map(async hook => ({
      ...hook,
      waiting: await database.webhookMessage.count({
        where: { webhookId: hook.id, status: 'waiting' },
      }),
      messages: await lastMessages(hook.id),
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
