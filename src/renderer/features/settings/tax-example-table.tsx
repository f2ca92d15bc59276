import type { TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { type TaxExample, taxExample } from '../../../shared/domain/tax-example.ts';
import { useApp } from '../../ui/app-context.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './tax-example-table.module.css';
import { examplePrice, nextChange, startWords, taxesNow } from './tax-words.ts';

type Props = { readonly taxClass: TaxClassView; readonly pricesIncludeTax: boolean };

/** What an item of 100.00 costs in a class: today, and once its next change has come. */
export function TaxExampleTable({ taxClass, pricesIncludeTax }: Props) {
  const { text, format } = useApp();
  const price = examplePrice(format.exponent);
  const next = nextChange(taxClass);
  const columns = [
    {
      key: 'today',
      head: text('taxes.today'),
      example: taxExample(price, taxesNow(taxClass), pricesIncludeTax),
    },
    ...(next
      ? [
          {
            key: 'next',
            head: startWords(next.startDate, { text, format }),
            example: taxExample(price, next.taxes, pricesIncludeTax),
          },
        ]
      : []),
  ];
  const examples = columns.map(({ key, example }) => ({ key, ...example }));
  const names = [...new Set(examples.flatMap(({ taxes }) => taxes.map(({ name }) => name)))];
  return (
    <table className={styles.table}>
      <caption>
        <span aria-hidden="true">{text('taxes.example', { price: format.money(price) })}</span>
        <VisuallyHidden>
          {text('taxes.example-of', { price: format.money(price), name: taxClass.name })}
        </VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{text('taxes.example-part')}</VisuallyHidden>
          </th>
          {columns.map(({ key, head }) => (
            <th key={key} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Row label={text('taxes.before-tax')} examples={examples} of={({ net }) => net} />
        {names.map((name) => (
          <Row
            key={name}
            label={name}
            examples={examples}
            of={({ taxes }) => taxes.find((tax) => tax.name === name)?.amount ?? null}
          />
        ))}
        <Row label={text('taxes.customer-pays')} examples={examples} of={({ total }) => total} isTotal />
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly label: string;
  readonly examples: readonly (TaxExample & { readonly key: string })[];
  /** Null where there is no such tax. */
  readonly of: (example: TaxExample) => TaxExample['total'] | null;
  readonly isTotal?: boolean;
};

function Row({ label, examples, of, isTotal = false }: RowProps) {
  return (
    <tr className={isTotal ? styles.total : undefined}>
      <th scope="row">{label}</th>
      {examples.map((example) => {
        const amount = of(example);
        return (
          <td key={example.key}>
            {amount === null ? '–' : <MoneyText amount={amount} currencySign={false} />}
          </td>
        );
      })}
    </tr>
  );
}
