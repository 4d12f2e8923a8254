import { readAuditCheckpoints } from '#lib/audit/audit-checkpoints.ts'
import { verifyAuditLog } from '#lib/audit/verify-audit-log.ts'
import { type Finding, fine, wrong } from './finding.ts'

/** Whether the audit log is whole, held against the checkpoints of the data folder. */
export async function checkAuditLog(url: string, dataFolder: string): Promise<Finding[]> {
  const result = await verifyAuditLog(url, readAuditCheckpoints(dataFolder))
  if (result.outcome === 'intact') return [fine(`It is whole. Records: ${result.records}.`)]
  return [
    wrong(
      `Record ${result.sequence} does not fit (${result.fault}): npm run audit -- verify says more.`,
    ),
  ]
}
