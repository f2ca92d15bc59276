import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type HistoryPreview, mappingOf } from './history-state.ts';
import styles from './questions.module.css';
import type { History } from './use-history.ts';

const kinds = ['number', 'number-and-day', 'row'] as const;

type CardProps = { readonly history: History; readonly preview: HistoryPreview };

/** What makes one order of the rows, and which numbers are returns. */
export function OrdersCard({ history, preview }: CardProps) {
  const text = useText();
  const { state, session } = history;
  const hasNumber = mappingOf(state, 'sales').number !== undefined;
  const { choices } = state;
  if (!hasNumber) {
    return (
      <Card title={text('history-screen.orders-and-returns')}>
        <p className={styles.more}>{text('history-screen.no-number')}</p>
      </Card>
    );
  }
  return (
    <Card title={text('history-screen.orders-and-returns')}>
      <div className={styles.questions}>
        <RadioCards
          label={text('history-screen.order-is')}
          cards={kinds.map((key) => ({
            key,
            label: text(`history-screen.order-is-${key}`),
            description: text(`history-screen.order-is-${key}-more`),
          }))}
          value={choices.orderIs ?? preview.choices.orderIs}
          onChange={(orderIs) => session.choose((before) => ({ ...before, orderIs }))}
        />
        <div className={styles.short}>
          <TextField
            label={text('history-screen.return-mark')}
            description={text('history-screen.return-mark-more')}
            optional
            maxLength={10}
            value={choices.returnMark ?? preview.choices.returnMark}
            onChange={(returnMark) => session.choose((before) => ({ ...before, returnMark }))}
          />
        </div>
      </div>
    </Card>
  );
}
