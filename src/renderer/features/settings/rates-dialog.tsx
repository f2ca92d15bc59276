import { useState } from 'react';
import type { TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import type { CalendarDate } from '../../../shared/domain/calendar.ts';
import { money } from '../../../shared/domain/money.ts';
import type { Tax } from '../../../shared/domain/tax.ts';
import { taxExample } from '../../../shared/domain/tax-example.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop, useToday } from '../../bridge/use-session.ts';
import { type App, useApp } from '../../ui/app-context.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import styles from './rates-dialog.module.css';
import { examplePrice, taxesNow, taxesOfDay, taxWords } from './tax-words.ts';
import { checkTaxes, readTaxes, TaxesEditor, typedTaxes } from './taxes-editor.tsx';
import { useSeen } from './use-seen.ts';

export type TaxDialogProps = { readonly taxClass: TaxClassView; readonly onClose: () => void };

/** What a class bears from a day on. */
export function RatesDialog({ taxClass, onClose }: TaxDialogProps) {
  const app = useApp();
  const { text } = app;
  const errorText = useErrorText();
  const today = useToday();
  const set = useCommand('taxes.setRates');
  const { seen, isOvertaken, look } = useSeen(taxClass);
  const [startDate, setStartDate] = useState<CalendarDate | null>(today);
  const [taxes, setTaxes] = useState(() => typedTaxes(taxesNow(taxClass)));
  const [isJudged, setJudged] = useState(false);
  const problems = isJudged ? checkTaxes(taxes, text) : new Map();
  const dayProblem = isJudged ? problemOfDay(startDate, today, app) : undefined;

  const submit = () => {
    setJudged(true);
    if (startDate === null || startDate < today || checkTaxes(taxes, text).size > 0) return;
    const rates = [...readTaxes(taxes)];
    set.mutate(
      { taxClassId: taxClass.id, revision: seen.revision, startDate, rates },
      {
        onSuccess: () => {
          toast(savedWords(taxClass.name, rates, startDate === today ? null : startDate, app), {
            tone: 'positive',
          });
          onClose();
        },
      },
    );
  };
  const isNews = isOvertaken && !set.isPending && !set.isSuccess;
  const keepMine = () => {
    look();
    set.reset();
  };
  return (
    <ChangeDialog
      title={text('taxes.change-rates-of', { name: taxClass.name })}
      action={text('taxes.save-rates')}
      size="medium"
      pending={set.isPending}
      refused={set.error ? errorText(set.error) : null}
      overtaken={isNews ? { ...overtakenWords(taxClass, app), onKeepMine: keepMine } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <DateField
        label={text('taxes.starts')}
        description={text(startDate === today ? 'taxes.starts-today' : 'taxes.starts-later')}
        value={startDate}
        onChange={setStartDate}
        least={today}
        around={today}
        error={dayProblem}
      />
      <TaxesEditor taxes={taxes} problems={problems} onChange={setTaxes} />
      {startDate !== null && <Around taxClass={taxClass} startDate={startDate} taxes={readTaxes(taxes)} />}
    </ChangeDialog>
  );
}

function problemOfDay(
  startDate: CalendarDate | null,
  today: CalendarDate,
  { text }: App,
): string | undefined {
  if (startDate === null) return text('taxes.starts-missing');
  return startDate < today ? text('taxes.starts-past') : undefined;
}

function savedWords(
  name: string,
  taxes: Parameters<typeof taxWords>[0],
  startDate: CalendarDate | null,
  app: App,
): string {
  const rates = taxWords(taxes, app);
  if (startDate === null) return app.text('taxes.rates-saved-today', { name, rates });
  return app.text('taxes.rates-saved', { name, rates, date: app.format.dateShort(startDate) });
}

/** What somebody else saved, as a dialog says it. */
export function overtakenWords(taxClass: TaxClassView, app: App) {
  const { name } = taxClass;
  return {
    title: app.text('taxes.overtaken', { name }),
    now: app.text('taxes.overtaken-rates', { name, rates: taxWords(taxesNow(taxClass), app) }),
  };
}

type AroundProps = {
  readonly taxClass: TaxClassView;
  readonly startDate: CalendarDate;
  /** As they are written now. */
  readonly taxes: readonly Tax[];
};

/** What an item comes to with them, what would hold on that day anyway, and what comes after it all the same. */
function Around({ taxClass, startDate, taxes }: AroundProps) {
  const app = useApp();
  const { text, format } = app;
  const { pricesIncludeTax } = useShop();
  const price = examplePrice(format.exponent);
  const { net, total } = taxExample(price, taxes, pricesIncludeTax);
  const next = taxClass.changes.find((change) => change.startDate > startDate);
  return (
    <div className={styles.around}>
      <p>
        {text('taxes.typed-example', {
          price: format.money(price),
          tax: format.money(money(total - net)),
          total: format.money(total),
        })}
      </p>
      <p>{text('taxes.without-change', { rates: taxWords(taxesOfDay(taxClass, startDate), app) })}</p>
      {next && (
        <p>
          {text('taxes.next-stays', {
            date: format.dateShort(next.startDate),
            rates: taxWords(next.taxes, app),
          })}
        </p>
      )}
    </div>
  );
}
