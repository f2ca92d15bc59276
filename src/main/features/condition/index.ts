import type { conditionCalls } from '../../../shared/contract/condition.ts';
import type { Handlers } from '../../app/context.ts';
import { checkShopFile, getCondition, lookAgain, recover } from './look-at-shop-file.ts';

export const conditionHandlers: Handlers<typeof conditionCalls> = {
  'condition.state': getCondition,
  'condition.lookAgain': lookAgain,
  'condition.check': checkShopFile,
  'condition.recover': recover,
};
