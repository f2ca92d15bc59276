import type { shopIdentityCalls } from '../../../shared/contract/shop-identity.ts';
import type { Handlers } from '../../app/context.ts';
import { setLogo, uploadLogo } from './logo.ts';
import { getNumbering, previewNumbers } from './numbering.ts';
import { printExample } from './print-example.ts';
import { setNumbering } from './set-numbering.ts';
import { setPlace } from './set-place.ts';

export const shopIdentityHandlers: Handlers<typeof shopIdentityCalls> = {
  'shop.setPlace': setPlace,
  'shop.numbering': getNumbering,
  'shop.previewNumbers': previewNumbers,
  'shop.setNumbering': setNumbering,
  'shop.uploadLogo': uploadLogo,
  'shop.setLogo': setLogo,
  'shop.printExample': printExample,
};
