import { createContext, type Dispatch, useContext } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Kiosk, KioskAction } from './kiosk-reducer.ts';

export type KioskState = Output<'kiosk.state'> & {
  readonly shop: NonNullable<Output<'kiosk.state'>['shop']>;
};

type KioskParts = Kiosk & {
  readonly state: KioskState;
  readonly dispatch: Dispatch<KioskAction>;
  /** Begins anew for the next customer: signed out, nothing in the basket. */
  readonly reset: () => void;
};

const Context = createContext<KioskParts | null>(null);
export const KioskProvider = Context.Provider;

/** The customers' page: what it knows of the shop, what it shows, and how that changes. */
export function useKiosk(): KioskParts {
  const parts = useContext(Context);
  if (parts === null) throw new Error('This component must stand inside <KioskScreen>');
  return parts;
}
