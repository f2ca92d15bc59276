import { useState } from 'react';

type Revised = { readonly id: number; readonly revision: number };

/**
 * A thing as the person saw it when the dialog opened, beside what it is by now. `isOvertaken`: somebody else changed
 * it since; `look` takes what it is by now as seen.
 */
export function useSeen<Thing extends Revised>(now: Thing) {
  const [seen, setSeen] = useState(now);
  return { seen, isOvertaken: now.revision !== seen.revision, look: () => setSeen(now) };
}
