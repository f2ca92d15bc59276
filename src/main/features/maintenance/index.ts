import type { maintenanceCalls } from '../../../shared/contract/maintenance.ts';
import type { Handlers } from '../../app/context.ts';
import { tidy } from './tidy.ts';

export const maintenanceHandlers: Handlers<typeof maintenanceCalls> = { 'maintenance.tidy': tidy };
