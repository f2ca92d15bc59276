import { useSession } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { CountList } from './count-list.tsx';
import { LowStock } from './low-stock.tsx';
import { OversellRules } from './oversell-rules.tsx';
import { ReceiveStock } from './receive-stock.tsx';
import { SelfCheck } from './self-check.tsx';
import { partPlaces, type StockPart, stockParts } from './stock-parts.ts';

const contents = {
  low: LowStock,
  receive: ReceiveStock,
  counts: CountList,
  rules: OversellRules,
  check: SelfCheck,
} as const satisfies Record<StockPart, () => unknown>;

/** The parts of the stock screen that the person may see, and the one where they are. */
export function StockTabs({ part }: { readonly part: StockPart }) {
  const text = useText();
  const rights = useSession()?.rights ?? [];
  const parts = stockParts.filter((one) => rights.includes(partPlaces[one].right));
  const Content = contents[part];
  const maySee = parts.includes(part);
  return (
    <>
      <PageHeader title={text('stock.title')} />
      {maySee ? (
        <Tabs
          label={text('stock.parts')}
          tabs={parts.map((key) => ({ key, label: text(`stock.${key}`) }))}
          value={part}
          onChange={(next) => navigate(partPlaces[next].path)}
        >
          <Content />
        </Tabs>
      ) : (
        <EmptyState drawing="problem" title={text('stock.no-right-title')}>
          {text('stock.no-right', { part: text(`stock.${part}`) })}
        </EmptyState>
      )}
    </>
  );
}
