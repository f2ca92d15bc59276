import { useFormat, useText } from '../../ui/app-context.tsx';
import type { CartBlocker } from './cart-notes.ts';

/** Why the cart cannot be paid, in a sentence. */
export function useBlockerText(): (blocker: CartBlocker) => string {
  const text = useText();
  const format = useFormat();
  return (blocker) => {
    switch (blocker.kind) {
      case 'empty':
        return text('sell.blocked-empty');
      case 'gone':
        return text('sell.blocked-gone', { name: blocker.name });
      case 'stock':
        return text('sell.blocked-stock', { name: blocker.name });
      case 'discount':
        return blocker.ceiling === 0
          ? text('sell.no-discount-right')
          : text('sell.blocked-discount', { ceiling: format.percent(blocker.ceiling) });
    }
  };
}
