import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { filePreview, type HistoryPreview, mappingOf } from './history-state.ts';
import styles from './questions.module.css';
import type { History } from './use-history.ts';

type CardProps = { readonly history: History; readonly preview: HistoryPreview };

/** What becomes of goods and buyers that the shop does not have. */
export function GoodsCard({ history, preview }: CardProps) {
  const text = useText();
  const { state, session } = history;
  const { choices } = state;
  const { sku, name, customer, customerName, customerEmail } = mappingOf(state, 'sales');
  const hasGoods = sku !== undefined || name !== undefined;
  const hasBuyers =
    [customer, customerName, customerEmail].some((column) => column !== undefined) ||
    filePreview(state, 'customers') !== null;
  if (!hasGoods && !hasBuyers) return null;
  return (
    <Card title={text('history-screen.new-things')}>
      <div className={styles.questions}>
        {hasGoods && (
          <RadioCards
            label={text('history-screen.products')}
            cards={(['archived', 'make', 'none'] as const).map((key) => ({
              key,
              label: text(`history-screen.products-${key}`),
              description: text(`history-screen.products-${key}-more`),
            }))}
            value={choices.products ?? preview.choices.products}
            onChange={(products) => session.choose((before) => ({ ...before, products }))}
          />
        )}
        {hasBuyers && (
          <RadioCards
            label={text('history-screen.customers')}
            cards={(['make', 'none'] as const).map((key) => ({
              key,
              label: text(`history-screen.customers-${key}`),
              description: text(`history-screen.customers-${key}-more`),
            }))}
            value={choices.customers ?? preview.choices.customers}
            onChange={(customers) => session.choose((before) => ({ ...before, customers }))}
          />
        )}
      </div>
    </Card>
  );
}
