import type { CallName, Input } from '../../src/shared/contract/index.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';

const span = { from: calendarDate(20261101), to: calendarDate(20261130) } as const;

/** What the calls of reports are asked in earnest. */
export const reportInputs = {
  'reports.run': {
    ...{ report: 'sales', ...span, by: 'day', compare: 'previous' },
    ...{ sort: '-netSales', limit: 100 },
  },
  'reports.explain': {
    ...{ metric: 'netSales', ...span, part: { kind: 'all', key: '' } },
    ...{ cursor: null, limit: 20 },
  },
  'reports.state': {},
  'reports.prove': {},
  'reports.cancelWork': {},
  'reports.rebuild': {},
  'reports.close': {},
} satisfies Partial<{ readonly [N in CallName]: Input<N> }>;
