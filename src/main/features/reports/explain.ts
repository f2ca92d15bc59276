import { AppError } from '../../../shared/contract/errors.ts';
import { metrics } from '../../../shared/domain/kpi.ts';
import type { LongQueryHandler } from '../../app/context.ts';
import { seesProfit } from './run-report.ts';

export const explainMetric: LongQueryHandler<'reports.explain'> = function* (ctx, { metric }) {
  if (metrics[metric].isProfit && !seesProfit(ctx)) throw new AppError('forbidden', { needs: 'see-profit' });
  yield { done: 0, total: 1 };
  throw new AppError('not-explained');
};
