import type { RefundState } from '../../../shared/domain/refund-state.ts';
import { useText } from '../../ui/app-context.tsx';
import { Badge, type Tone } from '../../ui/status-pill.tsx';

const tones: Readonly<Record<RefundState, Tone>> = {
  awaiting: 'warning',
  initiated: 'info',
  settled: 'positive',
  failed: 'danger',
  voided: 'neutral',
};

/** Where a refund stands, as a word in its colour. */
export function RefundPill({ state }: { readonly state: RefundState }) {
  const text = useText();
  return <Badge tone={tones[state]}>{text(`refunds.is-${state}`)}</Badge>;
}
