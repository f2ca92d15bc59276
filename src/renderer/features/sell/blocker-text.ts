import { useText } from '../../ui/app-context.tsx';
import type { CartBlocker } from './cart-notes.ts';

/** Why the cart cannot be paid, in a sentence. */
export function useBlockerText(): (blocker: CartBlocker) => string {
  const text = useText();
  return (blocker) => {
    switch (blocker.kind) {
      case 'empty':
        return text('sell.blocked-empty');
      case 'gone':
        return text('sell.blocked-gone', { name: blocker.name });
    }
  };
}
