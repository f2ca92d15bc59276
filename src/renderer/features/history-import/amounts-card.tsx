import type { Rate } from '../../../shared/domain/rate.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Note } from '../../ui/note.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { type HistoryPreview, mappingOf } from './history-state.ts';
import styles from './questions.module.css';
import type { History } from './use-history.ts';

type CardProps = { readonly history: History; readonly preview: HistoryPreview };

/** How amounts are meant: with tax or without, whole or in cents. */
export function AmountsCard({ history, preview }: CardProps) {
  const text = useText();
  const { state, session } = history;
  const { choices } = state;
  const mapping = mappingOf(state, 'sales');
  const taxRate = choices.taxRate === undefined ? preview.choices.taxRate : choices.taxRate;
  const hasTaxColumn = [mapping.tax, mapping.taxRate, mapping.orderTax].some(
    (column) => column !== undefined,
  );
  const isUnsure =
    choices.pricesIncludeTax === undefined && preview.odd.some(({ code }) => code === 'tax-unsure');
  const isTaxed = hasTaxColumn || (taxRate ?? 0) > 0;
  return (
    <Card title={text('history-screen.amounts')}>
      <div className={styles.questions}>
        {!isTaxed && <p className={styles.more}>{text('history-screen.no-tax')}</p>}
        <div className={styles.short}>
          <PercentField
            label={text('history-screen.tax-rate')}
            description={text(
              hasTaxColumn ? 'history-screen.tax-rate-beside' : 'history-screen.tax-rate-all',
            )}
            optional
            holdsBack
            value={taxRate as Rate | null}
            onChange={(rate) => session.choose((before) => ({ ...before, taxRate: rate }))}
          />
        </div>
        {isTaxed && isUnsure && <Note tone="warning">{text('history-import.odd.tax-unsure')}</Note>}
        {isTaxed && (
          <RadioCards
            label={text('history-screen.prices-are')}
            cards={(['with', 'without'] as const).map((key) => ({
              key,
              label: text(`history-screen.prices-${key}-tax`),
              description: text(`history-screen.prices-${key}-tax-more`),
            }))}
            value={(choices.pricesIncludeTax ?? preview.choices.pricesIncludeTax) ? 'with' : 'without'}
            onChange={(key) => session.choose((before) => ({ ...before, pricesIncludeTax: key === 'with' }))}
          />
        )}
      </div>
    </Card>
  );
}
