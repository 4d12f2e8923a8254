import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { errorOf, sendEmailRequest, sendEmailResponse } from '../../support/resend-schemas.ts'

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

const contract = z.object({
  paths: z.object({
    '/emails': z.object({
      post: z.object({ parameters: z.array(z.object({ name: z.string() })) }),
    }),
  }),
  components: z.object({
    schemas: z.object({ SendEmailRequest: jsonSchema, SendEmailResponse: jsonSchema }),
  }),
})

describe('the stand-in', () => {
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
    expect(headers).toContain('Idempotency-Key')
  })
})

/** Resend's contract; where it is not at hand, what the SDK's types say of it. */
function readContract() {
  if (!existsSync(CONTRACT)) return BY_THE_SDK
  const { paths, components } = contract.parse(JSON.parse(readFileSync(CONTRACT, 'utf8')))
  return {
    request: components.schemas.SendEmailRequest,
    response: components.schemas.SendEmailResponse,
    headers: paths['/emails'].post.parameters.map(({ name }) => name),
  }
}

const text = { type: 'string' }

const BY_THE_SDK = {
  request: jsonSchema.parse({
    required: ['from', 'to', 'subject'],
    properties: { from: text, to: {}, subject: text, html: text, text },
  }),
  response: jsonSchema.parse({ properties: { id: text } }),
  headers: ['Idempotency-Key'],
}
