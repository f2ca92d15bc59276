import type { paletteCalls } from '../../../shared/contract/palette.ts';
import type { Handlers } from '../../app/context.ts';
import { findAnything, recallThings } from './find-anything.ts';

export const paletteHandlers: Handlers<typeof paletteCalls> = {
  'palette.find': findAnything,
  'palette.recall': recallThings,
};
