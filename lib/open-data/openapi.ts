import { z } from 'zod'
import { PUBLIC_HEADERS } from '#lib/exports/formats/public-columns.ts'
import { LARGEST_LIMIT } from '#lib/signatures/list-signatories.ts'
import { ANSWERS } from './answers.ts'
import { DAILY_HEADERS } from './daily-totals.ts'

type Site = { siteUrl: string; language: string; title: string; contactEmail: string }

/** The open data in OpenAPI 3.1, made of the very schemas that its answers are tested with. */
export function openApi({ siteUrl, language, title, contactEmail }: Site) {
  return {
    openapi: '3.1.0',
    info: {
      title: `Open data: ${title}`,
      version: '1',
      contact: { email: contactEmail },
      description:
        'Public numbers and public names of an open letter. Names are personal data: read the terms.',
      termsOfService: `${siteUrl}/${language}/open-data#terms`,
    },
    servers: [{ url: siteUrl }],
    paths: {
      '/api/tally': { get: reads('tally', 'How many have signed', json('tally')) },
      '/api/daily.csv': {
        get: reads('daily', 'Signatures of each day, and all until then', csv(DAILY_HEADERS)),
      },
      '/api/signatories': {
        get: {
          ...reads('signatories', 'The public list, a page at a time', json('signatories'), true),
          parameters: FILTERS,
        },
      },
      '/api/signatories.csv': {
        get: reads('signatoriesCsv', 'The whole public list', csv(PUBLIC_HEADERS), true),
      },
      '/api/snapshots': { get: reads('snapshots', 'What was delivered', json('snapshots')) },
    },
    components: { schemas: Object.fromEntries(Object.entries(ANSWERS).map(schemaOf)) },
  }
}

function reads(operationId: string, summary: string, content: object, isLimited = false) {
  const refusal = { content: json('refusal') }
  return {
    operationId,
    summary,
    security: [],
    responses: {
      200: { description: summary, content },
      ...(isLimited ? { 429: { description: 'Too many: see Retry-After', ...refusal } } : {}),
      503: { description: 'The database does not answer', ...refusal },
    },
  }
}

function json(schema: keyof typeof ANSWERS) {
  return { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } }
}

function csv(headers: readonly string[]) {
  const description = `UTF-8, RFC 4180. Columns: ${headers.join(', ')}`
  return { 'text/csv': { schema: { type: 'string', description } } }
}

const FILTERS = [
  filter('q', { type: 'string', maxLength: 100 }, 'Part of a name or organisation'),
  filter('category', { type: 'string' }, 'Code of a category'),
  filter('country', { type: 'string', pattern: '^[A-Z]{2}$' }, 'ISO 3166-1 alpha-2'),
  filter('kind', { type: 'string', enum: ['individual', 'organisation'] }, 'Who signed'),
  filter('after', { type: 'string' }, '`next` of the page before'),
  filter('limit', { type: 'integer', minimum: 1, maximum: LARGEST_LIMIT }, 'Names on a page'),
]

function filter(name: string, schema: object, description: string) {
  return { name, in: 'query', required: false, schema, description }
}

function schemaOf([name, schema]: [string, z.ZodType]) {
  const { $schema, ...rest } = z.toJSONSchema(schema)
  return [name, rest] as const
}
