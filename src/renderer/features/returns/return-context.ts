import { createContext, useContext } from 'react';
import type { ReturnAction, ReturnDraft, Sale } from './return-draft.ts';
import type { ReturnFigures } from './return-figures.ts';

/** What the parts of a return share. */
export type ReturnWork = {
  readonly sale: Sale;
  readonly draft: ReturnDraft;
  readonly figures: ReturnFigures;
  readonly dispatch: (action: ReturnAction) => void;
  /** On to the third step, where something comes back and can. */
  readonly settle: () => void;
};

export const ReturnContext = createContext<ReturnWork | null>(null);

export function useReturn(): ReturnWork {
  const work = useContext(ReturnContext);
  if (work === null) throw new Error('This component must stand inside a return');
  return work;
}
