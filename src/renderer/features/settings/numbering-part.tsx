import type { Numbering } from '../../../shared/contract/shop-identity.ts';
import { mostDigits } from '../../../shared/domain/paper-number.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { NumberField } from '../../ui/number-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type Draft, useDraft } from './drafts.tsx';
import { NextNumbers, useNextNumbers } from './next-numbers.tsx';
import { checkNumbering, type EditedNumbering } from './numbering-draft.ts';
import { Pair } from './pair.tsx';
import styles from './section.module.css';
import { SettingsForm } from './settings-form.tsx';
import { Theirs } from './theirs.tsx';

/** How the numbers on papers look. */
export function NumberingPart() {
  const text = useText();
  const errorText = useErrorText();
  const { data: kept, error, refetch } = useApiQuery('shop.numbering', {});
  if (error) {
    return (
      <ErrorState
        happened={text('numbering.fell')}
        safe={errorText(error)}
        id={error.reference ?? undefined}
        onRetry={() => void refetch()}
      />
    );
  }
  return kept ? <NumberingForm kept={kept} /> : <Skeleton height="20rem" />;
}

function NumberingForm({ kept }: { readonly kept: Numbering }) {
  const text = useText();
  const set = useCommand('shop.setNumbering');
  const draft = useDraft<EditedNumbering, Numbering & EditedNumbering>({
    key: 'numbering',
    kept,
    check: (fields) => checkNumbering(fields, text),
    save: (change, seen) => set.mutateAsync({ ...(change as Partial<Numbering>), seen }),
    saved: text('numbering.saved'),
  });
  return (
    <SettingsForm draft={draft} theirs={<Theirs fields={draft.overtaken} kept={kept} labels={labels} />}>
      <Orders draft={draft} kept={kept} />
      <Invoices draft={draft} kept={kept} />
    </SettingsForm>
  );
}

const labels = {
  orderPrefix: 'numbering.order-prefix',
  orderDigits: 'numbering.order-digits',
  invoicePrefix: 'numbering.invoice-prefix',
  invoiceDigits: 'numbering.invoice-digits',
} as const;

type Props = { readonly draft: Draft<EditedNumbering>; readonly kept: Numbering };

function Orders({ draft, kept }: Props) {
  const text = useText();
  const { fields, change, problems } = draft;
  const next = useNextNumbers(fields, kept);
  return (
    <Card title={text('numbering.orders')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text('numbering.orders-note')}</p>
        <Pair>
          <TextField
            label={text('numbering.order-prefix')}
            value={fields.orderPrefix}
            onChange={(orderPrefix) => change({ orderPrefix })}
            error={problems.orderPrefix}
            optional
          />
          <NumberField
            label={text('numbering.order-digits')}
            description={text('numbering.digits-note')}
            least={1}
            most={mostDigits}
            value={fields.orderDigits}
            onChange={(orderDigits) => change({ orderDigits })}
            error={problems.orderDigits}
          />
        </Pair>
        <NextNumbers items={[{ term: text('numbering.next-order'), number: next?.order }]} />
      </div>
    </Card>
  );
}

function Invoices({ draft, kept }: Props) {
  const text = useText();
  const { fields, change, problems } = draft;
  const next = useNextNumbers(fields, kept);
  const prefixError =
    problems.invoicePrefix ?? (next?.isPrefixUsed ? text('numbering.prefix-used') : undefined);
  const turn = (invoiceYearly: boolean) =>
    change({
      invoiceYearly,
      // What another counter began with says nothing of this one.
      invoiceFirst: invoiceYearly === kept.invoiceYearly ? kept.invoiceFirst : 1,
    });
  return (
    <Card title={text('numbering.invoices')}>
      <div className={styles.form}>
        <p className={styles.muted}>{text('numbering.invoices-note')}</p>
        <Pair>
          <TextField
            label={text('numbering.invoice-prefix')}
            description={text('numbering.invoice-prefix-note', { year: '{year}' })}
            value={fields.invoicePrefix}
            onChange={(invoicePrefix) => change({ invoicePrefix })}
            error={prefixError}
            optional
          />
          <NumberField
            label={text('numbering.invoice-digits')}
            description={text('numbering.digits-note')}
            least={1}
            most={mostDigits}
            value={fields.invoiceDigits}
            onChange={(invoiceDigits) => change({ invoiceDigits })}
            error={problems.invoiceDigits}
          />
        </Pair>
        <Switch on={fields.invoiceYearly} onChange={turn} description={text('numbering.yearly-note')}>
          {text('numbering.yearly')}
        </Switch>
        <Counting draft={draft} next={next} />
        <NextNumbers
          items={[
            { term: text('numbering.next-invoice'), number: next?.invoice },
            ...(next?.invoiceNextYear
              ? [{ term: text('numbering.next-year'), number: next.invoiceNextYear }]
              : []),
          ]}
        />
      </div>
    </Card>
  );
}

type CountingProps = Pick<Props, 'draft'> & { readonly next: ReturnType<typeof useNextNumbers> };

/** When the year begins, and what a counter begins with that has not begun. */
function Counting({ draft: { fields, change, problems }, next }: CountingProps) {
  const text = useText();
  const format = useFormat();
  return (
    <>
      <Pair>
        <Select
          label={text('numbering.year-start')}
          choices={Array.from({ length: 12 }, (_, index) => ({
            key: String(index + 1),
            label: format.monthName(index + 1),
          }))}
          value={String(fields.yearStartMonth)}
          onChange={(key) => change({ yearStartMonth: Number(key) })}
        />
        {next?.isBegun === false && (
          <NumberField
            label={text('numbering.first')}
            description={text('numbering.first-note')}
            least={1}
            most={999_999_999}
            value={fields.invoiceFirst}
            onChange={(invoiceFirst) => change({ invoiceFirst })}
            error={problems.invoiceFirst}
          />
        )}
      </Pair>
      {next?.isBegun && next.lastInvoice !== null && (
        <p className={styles.muted}>{text('numbering.begun', { last: next.lastInvoice })}</p>
      )}
    </>
  );
}
