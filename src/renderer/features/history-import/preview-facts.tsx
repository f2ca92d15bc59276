import { money } from '../../../shared/domain/money.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import styles from './history-preview-step.module.css';
import type { HistoryPreview } from './history-state.ts';
import { tenderName } from './history-words.ts';

type FactsProps = { readonly preview: HistoryPreview };

/** What is made new, what stays as it is, what stays out, and how amounts are rounded: a sentence each. */
export function PreviewFacts({ preview }: FactsProps) {
  const { text } = useApp();
  return (
    <div className={styles.facts}>
      <Sentences title={text('history-screen.made')} sentences={useMade(preview)} />
      <Sentences title={text('history-screen.stays')} sentences={useStays(preview)} />
      <Sentences title={text('history-screen.how-counted')} sentences={useCounted(preview)} />
    </div>
  );
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <Card title={title}>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Card>
  );
}

function useMade({ counts, choices, tenders }: HistoryPreview): readonly string[] {
  const { text, format } = useApp();
  const { products, customers } = counts;
  const apart = tenders.filter(({ tenderId }) => tenderId === null).map(({ name }) => tenderName(name, text));
  const sentences: string[] = [];
  if (products.made > 0) {
    const key =
      choices.products === 'make' ? 'history-screen.makes-products' : 'history-screen.makes-archived';
    sentences.push(text(key, { count: products.made }));
  }
  if (customers.made > 0) sentences.push(text('history-screen.makes-customers', { count: customers.made }));
  if (apart.length > 0) {
    const named = apart.slice(0, 5);
    const tenderNames =
      apart.length > named.length
        ? text('history-screen.and-more', { names: named.join(', '), count: apart.length - named.length })
        : format.list(named);
    sentences.push(text('history-screen.makes-tenders', { count: apart.length, names: tenderNames }));
  }
  return sentences.length > 0 ? sentences : [text('history-screen.makes-nothing')];
}

function useStays({ counts }: HistoryPreview): readonly string[] {
  const { text } = useApp();
  const { products, customers, tenders, knownOrders, leftOutOrders, unreadRows } = counts;
  return [
    knownOrders > 0 && text('history-screen.known-orders', { count: knownOrders }),
    products.known > 0 && text('history-screen.known-products', { count: products.known }),
    customers.known > 0 && text('history-screen.known-customers', { count: customers.known }),
    tenders.known > 0 && text('history-screen.known-tenders', { count: tenders.known }),
    leftOutOrders > 0 && text('history-screen.left-out-orders', { count: leftOutOrders }),
    unreadRows > 0 && text('history-screen.unread-rows', { count: unreadRows }),
    text('history-screen.stock-stays'),
  ].filter((sentence) => sentence !== false);
}

function useCounted({ counts, totals }: HistoryPreview): readonly string[] {
  const { text, format } = useApp();
  const { rounding, tax } = totals;
  const amount = format.money(money(Math.abs(rounding)));
  return [
    text('history-screen.counted', {
      lines: format.number(counts.lines),
      units: format.quantity(counts.units),
    }),
    tax === 0
      ? text('history-screen.counted-no-tax')
      : text('history-screen.counted-tax', { amount: format.money(tax) }),
    rounding === 0
      ? text('history-screen.rounding-none')
      : text(rounding > 0 ? 'history-screen.rounding-more' : 'history-screen.rounding-less', { amount }),
    ...(rounding === 0 ? [] : [text('history-screen.rounding-how', { unit: format.money(money(1)) })]),
  ];
}
