import type { ReactNode } from 'react';
import { addMoney } from '../../../shared/domain/money.ts';
import { useMay } from '../../bridge/use-session.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Link } from '../../ui/link.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { reasonWords } from './refund-words.ts';
import type { RefundRow } from './use-refund-list.ts';

/** To whom money goes back, by what, why, and what happened so far. */
export function RefundFacts({ row }: { readonly row: RefundRow }) {
  const { text, format } = useApp();
  const at = (instant: number | null): ReactNode | null =>
    instant === null ? null : <bdi>{format.dateTime(instant)}</bdi>;
  const facts: readonly (readonly [term: string, detail: ReactNode | null])[] = [
    [text('refunds.customer'), <Customer key="customer" row={row} />],
    [
      text('refunds.phone'),
      row.customerPhone ? (
        <bdi key="phone" dir="ltr">
          {row.customerPhone}
        </bdi>
      ) : null,
    ],
    [
      text(row.state === 'settled' ? 'refunds.tender-went' : 'refunds.tender'),
      <bdi key="tender">{row.tenderName}</bdi>,
    ],
    [
      text('refunds.handed-out'),
      row.rounding === 0 ? null : <MoneyText key="out" amount={addMoney(row.amount, row.rounding)} />,
    ],
    [text('refunds.reference'), row.reference ? <bdi key="reference">{row.reference}</bdi> : null],
    [text('refunds.why'), text(`refunds.cause-${row.cause}`)],
    [text('refunds.reason'), typed(reasonWords(row.reason, text))],
    [text('refunds.placed'), at(row.placedAt)],
    [text('refunds.opened'), at(row.openedAt)],
    [text('refunds.opened-by'), typed(row.staffName)],
    [text('refunds.initiated'), row.initiatedAt === row.settledAt ? null : at(row.initiatedAt)],
    [text('refunds.settled'), at(row.settledAt)],
  ];
  const items = facts.flatMap(([term, detail]) => (detail === null ? [] : [{ term, detail }]));
  return <DescriptionList items={items} />;
}

function typed(words: string | null): ReactNode | null {
  return words === null ? null : <bdi>{words}</bdi>;
}

function Customer({ row }: { readonly row: RefundRow }) {
  const text = useText();
  const maySee = useMay('see-customers');
  if (row.customerName === null) return text('refunds.walk-in');
  if (row.customerId === null || !maySee) return <bdi>{row.customerName}</bdi>;
  return (
    <Link to="/customers" query={{ customer: String(row.customerId) }}>
      <bdi>{row.customerName}</bdi>
    </Link>
  );
}
