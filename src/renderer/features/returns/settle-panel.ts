import type { ReactNode } from 'react';
import type { Settling } from './use-settle-return.ts';

/** What both ways of settling are given. */
export type SettlePanelProps = {
  readonly settling: Settling;
  /** Why it was refused or what changed, above everything else. */
  readonly trouble: ReactNode;
  readonly onClose: () => void;
};
