import { useState } from 'react';

let last = 0;

/**
 * A number that grows with each mount, taken while rendering: parents before their children, and what opens
 * later after what was there. Effects run the other way round and cannot tell who lies on top.
 */
export function useMountOrder(): number {
  const [order] = useState(() => {
    last += 1;
    return last;
  });
  return order;
}
