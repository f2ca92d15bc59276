import type { Output } from '../../../shared/contract/index.ts';
import { useApp } from '../../ui/app-context.tsx';

type Count = Output<'stockCounts.get'>;

/** What a stock-take counts, since when, by whom; or how it ended. */
export function CountSubtitle({ count }: { readonly count: Count }) {
  const { text, format } = useApp();
  const { state, endedAt, staffName, startedAt } = count;
  if (state !== 'open' && endedAt !== null)
    return <>{text(`stock-take.sheet-closed-${state}`, { when: format.dateTime(endedAt) })}</>;
  const what = count.categoryName ?? text('stock-take.count-all');
  const when = format.dateTime(startedAt);
  return (
    <>
      {staffName === null
        ? text('stock-take.sheet-begun-unnamed', { what, when })
        : text('stock-take.sheet-begun', { what, when, name: staffName })}
    </>
  );
}
