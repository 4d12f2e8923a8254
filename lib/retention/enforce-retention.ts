import { database } from '#lib/database/client.ts'
import type { RetentionRule } from './retention-rule.ts'
import { retentionRules } from './rules.ts'

/** Rows that a rule deletes, or would delete. */
export type RetentionLine = Pick<RetentionRule, 'name' | 'says'> & { rows: number }

/** Counts the rows that are due now. Changes nothing. */
export async function previewRetention(now = new Date()): Promise<RetentionLine[]> {
  const lines: RetentionLine[] = []
  for (const { name, says, count } of retentionRules()) {
    lines.push({ name, says, rows: await count(now) })
  }
  return lines
}

/** Enforces all rules of retention, and records each run that deleted something. */
export async function enforceRetention(now = new Date()): Promise<RetentionLine[]> {
  const lines: RetentionLine[] = []
  for (const { name, says, enforce } of retentionRules()) {
    const rows = await enforce(now)
    if (rows > 0) await database.retentionRun.create({ data: { rule: name, rows, at: now } })
    lines.push({ name, says, rows })
  }
  return lines
}
