import type { auditCalls } from '../../../shared/contract/audit.ts';
import type { Handlers } from '../../app/context.ts';
import { getState, listChecks } from './audit-checks.ts';
import { acknowledge, listFindings } from './findings.ts';
import { getEntry } from './get-entry.ts';
import { listEntries } from './list-entries.ts';
import { listExceptionRows, listExceptions } from './list-exceptions.ts';
import { listPeople } from './list-people.ts';
import { saveCsv } from './save-csv.ts';
import { verifyAudit } from './verify-audit.ts';

export const auditHandlers: Handlers<typeof auditCalls> = {
  'audit.state': getState,
  'audit.list': listEntries,
  'audit.get': getEntry,
  'audit.people': listPeople,
  'audit.saveCsv': saveCsv,
  'audit.verify': verifyAudit,
  'audit.checks': listChecks,
  'audit.findings': listFindings,
  'audit.acknowledge': acknowledge,
  'audit.exceptions': listExceptions,
  'audit.exceptionRows': listExceptionRows,
};
