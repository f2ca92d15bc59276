import { type Money, money } from '../../../shared/domain/money.ts';
import type { Rate } from '../../../shared/domain/rate.ts';
import { useApp, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { Note } from '../../ui/note.tsx';
import { PercentField } from '../../ui/percent-field.tsx';
import { RadioCards } from '../../ui/radio-cards.tsx';
import { type FilePreview, fileChoice, type HistoryPreview, mappingOf, withFile } from './history-state.ts';
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
        {preview.files.map((file) => (
          <WholeAmounts key={file.slot} history={history} preview={preview} file={file} />
        ))}
        {!isTaxed && <p className={styles.more}>{text('history-screen.no-tax')}</p>}
        <div className={styles.short}>
          <PercentField
            label={text('history-screen.tax-rate')}
            description={text(
              hasTaxColumn ? 'history-screen.tax-rate-beside' : 'history-screen.tax-rate-all',
            )}
            optional
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

/** Amounts without a single decimal may be whole cents: a person says so. */
function WholeAmounts({ history, preview, file }: CardProps & { readonly file: FilePreview }) {
  const { text, format } = useApp();
  const { state, session } = history;
  const { slot } = file;
  const asks = preview.odd.some(({ code, params }) => code === 'amounts-whole' && params.slot === slot);
  const chosen = state.choices.files?.[slot]?.amountsIn;
  if (!asks && chosen === undefined && file.amountsIn === 'major') return null;
  const column = file.mapping.price ?? file.mapping.total ?? file.mapping.amount;
  const example = (column === undefined ? undefined : file.columnSamples[column]?.[0]) ?? '1200';
  return (
    <>
      {asks && chosen === undefined && (
        <Note tone="warning">{text('history-screen.whole-ask', { file: file.fileName })}</Note>
      )}
      <RadioCards
        label={text('history-screen.amounts-in', { file: file.fileName })}
        cards={(['major', 'minor'] as const).map((key) => ({
          key,
          label: text(`history-screen.amounts-${key}`),
          description: text('history-screen.amount-is', {
            written: example,
            amount: format.money(wholeAmount(example, key, format.exponent)),
          }),
        }))}
        value={fileChoice(state, file, 'amountsIn')}
        onChange={(amountsIn) => session.choose((choices) => withFile(choices, slot, { amountsIn }))}
      />
    </>
  );
}

/** What a written whole number is worth: so many of the currency, or so many of its least unit. */
function wholeAmount(written: string, unit: 'major' | 'minor', exponent: number): Money {
  const whole = /^\d{1,9}$/.test(written) ? Number(written) : 1200;
  return money(unit === 'major' ? whole * 10 ** exponent : whole);
}
