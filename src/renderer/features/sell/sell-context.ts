import { createContext, useContext } from 'react';
import type { Sell } from './use-sell.ts';

export const SellContext = createContext<Sell | null>(null);

/** The till around this component. */
export function useSell(): Sell {
  const sell = useContext(SellContext);
  if (sell === null) throw new Error('This component must stand inside the sell screen');
  return sell;
}
