import type { setupCalls } from '../../../shared/contract/setup.ts';
import type { Handlers } from '../../app/context.ts';
import { loadSampleShop } from '../sample-shop/load-sample-shop.ts';
import { getSetupState } from './get-setup-state.ts';
import { openShop } from './open-shop.ts';

export const setupHandlers: Handlers<typeof setupCalls> = {
  'setup.state': getSetupState,
  'setup.openShop': openShop,
  'setup.loadSample': loadSampleShop,
};
