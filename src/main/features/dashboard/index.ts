import type { dashboardCalls } from '../../../shared/contract/dashboard.ts';
import type { Handlers } from '../../app/context.ts';
import { getCharts } from './get-charts.ts';
import { getToday } from './get-today.ts';

/** Handlers of the calls in `shared/contract/dashboard.ts`. */
export const dashboardHandlers: Handlers<typeof dashboardCalls> = {
  'dashboard.today': getToday,
  'dashboard.charts': getCharts,
};
