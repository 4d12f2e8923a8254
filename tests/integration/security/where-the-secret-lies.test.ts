import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '#lib/env/env.ts'
import { addSecret, givenSecrets, secretsFor } from '../../../bin/support/app-secrets.ts'
import { emptyDatabase } from '../../support/database/empty-database.ts'
import { SUMMER } from '../../support/site/secrets.ts'

const url = env.DATABASE_URL ?? ''

let DATA_FOLDER: string

beforeEach(async () => {
  await emptyDatabase()
  DATA_FOLDER = mkdtempSync(join(tmpdir(), 'open-letter-secret-'))
})
afterEach(() => rmSync(DATA_FOLDER, { recursive: true }))

const given = (APP_SECRET?: string, APP_SECRET_PREVIOUS: string[] = []) =>
  givenSecrets({ APP_SECRET, APP_SECRET_PREVIOUS, DATA_FOLDER })

test('without any it is made once, of 256 bits, for the eyes of its owner', () => {
  const { current, previous } = given()
  expect(Buffer.from(current, 'base64url')).toHaveLength(32)
  expect(previous).toEqual([])
  expect(given().current).toBe(current)
  expect(statSync(join(DATA_FOLDER, 'app-secret')).mode & 0o777).toBe(0o600)
})

test('whoever sets APP_SECRET later loses nothing of the time of the file', async () => {
  const { current: ofFile } = given()
  await secretsFor(url, given())
  const { APP_SECRET_PREVIOUS } = await secretsFor(url, given(SUMMER))
  expect(APP_SECRET_PREVIOUS).toBe(`base64:${Buffer.from(ofFile).toString('base64')}`)
})

test('the way back to the file is another change, to a new secret', async () => {
  const { current: ofFile } = given()
  await secretsFor(url, given())
  await secretsFor(url, given(SUMMER))
  await expect(secretsFor(url, given())).rejects.toThrow('add it to APP_SECRET_PREVIOUS')
  await expect(secretsFor(url, given(undefined, [SUMMER]))).rejects.toThrow('choose a new one')
  addSecret(DATA_FOLDER)
  const back = await secretsFor(url, given(undefined, [SUMMER]))
  expect(back.APP_SECRET).not.toBe(ofFile)
  expect(back.APP_SECRET_PREVIOUS.split(' ')).toHaveLength(2)
})
