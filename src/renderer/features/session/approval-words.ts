import type { Money } from '../../../shared/domain/money.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import type { Right } from '../../../shared/domain/rights.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';

type Details = Readonly<Record<string, unknown>>;

/** What is being approved, in words: what was refused, and of which order. */
export function useApprovalWords() {
  const text = useText();
  const format = useFormat();
  return {
    what(right: Right, details: Details): string {
      if (right === 'discount' && typeof details.ceiling === 'number') {
        return text('approvals.what-discount', { ceiling: format.percent(details.ceiling as Rate) });
      }
      if (right === 'override-price' && typeof details.name === 'string') {
        return text('approvals.what-override-price', { name: details.name });
      }
      const names = right === 'oversell' ? namesOf(details) : [];
      if (names.length > 1)
        return text('approvals.what-oversell-many', { count: format.number(names.length) });
      if (names[0] !== undefined) return text('approvals.what-oversell', { name: names[0] });
      return right === 'shop-for-self' ? text('approvals.title') : text(`rights.${right}`);
    },
    /** The order it is about: by its number, or by what it comes to. */
    of(input: unknown): readonly string[] {
      const { orderId, expectedTotal } = (input ?? {}) as Details;
      if (typeof orderId === 'number') return [text('approvals.of-order', { order: String(orderId) })];
      if (typeof expectedTotal === 'number') {
        return [text('approvals.of-total', { amount: format.money(expectedTotal as Money) })];
      }
      return [];
    },
  };
}

function namesOf({ lines }: Details): readonly string[] {
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: Details | null) => (typeof line?.name === 'string' ? [line.name] : []));
}
