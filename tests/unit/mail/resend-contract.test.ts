import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  errorOf,
  MOST_IN_ONE_CALL,
  sendBatchRequest,
  sendBatchResponse,
  sendEmailRequest,
  sendEmailResponse,
} from '../../support/fakes/resend-schemas.ts'
import { bounceOf, eventOf } from '../../support/fakes/resend-webhooks.ts'

// The contract is Resend's and no part of this project: it is read where somebody has put it.
const CONTRACT = process.env.RESEND_OPENAPI ?? '../shared/resend-openapi.json'

const EMAIL = {
  from: 'La lettre <lettre@example.org>',
  to: 'camille.roux@example.org',
  subject: 'Confirmez',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
}

const jsonSchema = z.object({
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.looseObject({ type: z.string().optional() })),
})

const post = z.object({
  post: z.object({ parameters: z.array(z.object({ name: z.string() })) }),
})

const contract = z.object({
  paths: z.object({ '/emails': post, '/emails/batch': post }),
  components: z.object({
    schemas: z.object({
      SendEmailRequest: jsonSchema,
      SendEmailResponse: jsonSchema,
      CreateBatchEmailsResponse: jsonSchema,
      EmailDeliveredEvent: jsonSchema,
      EmailBouncedEvent: jsonSchema,
    }),
  }),
  webhooks: z.record(z.string(), z.unknown()),
})

describe('the fake of Resend', () => {
  test('takes what Resend takes, and refuses what Resend refuses', () => {
    expect(sendEmailRequest.safeParse(EMAIL).success).toBe(true)
    expect(sendEmailRequest.safeParse({ ...EMAIL, to: [EMAIL.to] }).success).toBe(true)
    for (const field of ['from', 'to', 'subject']) {
      expect(sendEmailRequest.safeParse({ ...EMAIL, [field]: undefined }).success).toBe(false)
    }
    const crowd = Array(51).fill(EMAIL.to)
    expect(sendEmailRequest.safeParse({ ...EMAIL, to: crowd }).success).toBe(false)
    expect(sendEmailRequest.safeParse({ ...EMAIL, from: 'nobody' }).success).toBe(false)
    expect(errorOf('rate_limit_exceeded').statusCode).toBe(429)
  })

  test('has the fields of Resend’s contract, as far as it is at hand', () => {
    const { request, response, headers } = readContract()
    const ours = z.toJSONSchema(sendEmailRequest)
    expect(Object.keys(request.properties)).toEqual(
      expect.arrayContaining(Object.keys(ours.properties ?? {})),
    )
    expect(ours.required?.toSorted()).toEqual(request.required.toSorted())
    expect(Object.keys(response.properties)).toEqual(Object.keys(sendEmailResponse.shape))
    for (const field of ['from', 'subject', 'html', 'text']) {
      expect(request.properties[field]?.type).toBe('string')
    }
    expect(headers.single).toContain('Idempotency-Key')
    expect(headers.batch).toContain('Idempotency-Key')
  })

  test('takes a hundred mails in one call, looks at each, and names those it took', () => {
    const { batch } = readContract()
    expect(sendBatchRequest.safeParse(Array(MOST_IN_ONE_CALL).fill(EMAIL)).success).toBe(true)
    expect(sendBatchRequest.safeParse(Array(MOST_IN_ONE_CALL + 1).fill(EMAIL)).success).toBe(false)
    expect(sendBatchRequest.safeParse([]).success).toBe(false)
    expect(Object.keys(sendBatchResponse.shape)).toEqual(
      expect.arrayContaining(Object.keys(batch.properties)),
    )
  })

  test('tells of a mail in the fields of Resend’s events', () => {
    const { delivered, bounced, webhooks } = readContract()
    const told = JSON.parse(eventOf({ type: 'email.delivered', mailId: 'a-mail' }))
    const back = JSON.parse(bounceOf({}, 'Permanent'))
    expect(Object.keys(delivered.properties).toSorted()).toEqual(Object.keys(told).toSorted())
    expect(Object.keys(bounced.properties).toSorted()).toEqual(Object.keys(back).toSorted())
    for (const kind of ['delivered', 'bounced', 'complained', 'delivery_delayed', 'failed']) {
      expect(webhooks).toContain(`email.${kind}`)
    }
  })
})

/** Resend's contract; where it is not at hand, what the SDK's types say of it. */
function readContract() {
  if (!existsSync(CONTRACT)) return BY_THE_SDK
  const { paths, components, webhooks } = contract.parse(JSON.parse(readFileSync(CONTRACT, 'utf8')))
  const { schemas } = components
  const names = (path: keyof typeof paths) => paths[path].post.parameters.map(({ name }) => name)
  return {
    request: schemas.SendEmailRequest,
    response: schemas.SendEmailResponse,
    batch: schemas.CreateBatchEmailsResponse,
    delivered: schemas.EmailDeliveredEvent,
    bounced: schemas.EmailBouncedEvent,
    headers: { single: names('/emails'), batch: names('/emails/batch') },
    webhooks: Object.keys(webhooks),
  }
}

const text = { type: 'string' }
const event = jsonSchema.parse({ properties: { type: text, created_at: text, data: {} } })
const email = {
  from: text,
  to: {},
  subject: text,
  html: text,
  text,
  headers: {},
  tags: {},
  reply_to: {},
}

const BY_THE_SDK = {
  request: jsonSchema.parse({ required: ['from', 'to', 'subject'], properties: email }),
  response: jsonSchema.parse({ properties: { id: text } }),
  batch: jsonSchema.parse({ properties: { data: {} } }),
  delivered: event,
  bounced: event,
  headers: { single: ['Idempotency-Key'], batch: ['Idempotency-Key'] },
  webhooks: ['delivered', 'bounced', 'complained', 'delivery_delayed', 'failed'].map(
    kind => `email.${kind}`,
  ),
}
