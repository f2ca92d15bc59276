import type { CallName, Input } from '../../src/shared/contract/index.ts';

/** What the command palette's one call is asked in earnest. */
export const paletteInputs = {
  'palette.find': { text: 'flat', limit: 6 },
  'palette.recall': { orderIds: [1, 99], productIds: [1, 2], customerIds: [1] },
} as const satisfies { readonly [N in CallName]?: Input<N> };
