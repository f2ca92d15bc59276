import type { CallName, Input } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';
import { percent } from '../../src/shared/domain/rate.ts';

const everything = {
  staffId: null,
  actor: null,
  group: null,
  call: null,
  orderId: null,
  outcome: 'any',
  refusal: null,
  from: null,
  to: null,
  text: '',
} as const;

const span = {
  from: calendarDate(2026_11_01),
  to: calendarDate(2026_11_30),
  discountShare: percent(20),
};

/** What the calls of the audit log are asked in earnest. */
export const auditInputs = {
  'audit.state': {},
  'audit.list': { ...everything, cursor: null, limit: 50 },
  'audit.get': { entryId: 1 },
  'audit.people': {},
  'audit.saveCsv': everything,
  'audit.verify': { scope: 'whole', cause: 'manual' },
  'audit.checks': {},
  'audit.findings': { state: 'all', cursor: null, limit: 20 },
  'audit.acknowledge': { findingIds: [1], note: 'Told by the accountant' },
  'audit.exceptions': span,
  'audit.exceptionRows': { ...span, kind: 'refund', person: 'all', cursor: null, limit: 20 },
} satisfies { readonly [N in CallName]?: Input<N> };
