import type { BackupFacts } from '../../shared/contract/backup-fields.ts';
import type { ChosenBackup } from '../../shared/contract/backups-restore.ts';
import type { Money } from '../../shared/domain/money.ts';
import { createFormat, type Format } from '../../shared/text/format.ts';
import { useApp } from '../ui/app-context.tsx';
import { DescriptionList } from '../ui/description-list.tsx';
import styles from './bring-back.module.css';

/** Which file it is, and the shop in it. */
export function BringBackFacts({ chosen: { path, facts, asOf } }: { readonly chosen: ChosenBackup }) {
  const { text, format } = useApp();
  const file = { term: text('bring-back.file'), detail: <bdi className={styles.path}>{path}</bdi> };
  if (facts === null) return <DescriptionList items={[file]} />;
  const money = moneyOf(facts, format);
  const { lastOrder } = facts;
  return (
    <section aria-label={text('bring-back.in-it')}>
      <DescriptionList
        items={[
          { term: text('bring-back.shop'), detail: <bdi>{facts.shop}</bdi> },
          ...(asOf === null
            ? []
            : [{ term: text('bring-back.as-of'), detail: <bdi>{format.dateTime(asOf)}</bdi> }]),
          { term: text('bring-back.orders'), detail: format.number(facts.orders) },
          { term: text('bring-back.sales'), detail: money(facts.sales) },
          {
            term: text('bring-back.last-order'),
            detail: lastOrder
              ? text('bring-back.order', {
                  ...{ number: lastOrder.number, time: format.dateTime(lastOrder.at) },
                  total: money(lastOrder.total),
                })
              : text('bring-back.no-order'),
          },
          { term: text('bring-back.products'), detail: format.number(facts.products) },
          { term: text('bring-back.customers'), detail: format.number(facts.customers) },
          file,
        ]}
      />
    </section>
  );
}

/** Amounts as the shop in the file writes them: it may be another than the one that is open. */
function moneyOf({ currency, currencyExponent: exponent }: BackupFacts, format: Format) {
  const { locale, timeZone } = format;
  const own = createFormat({ locale, timeZone, currency, exponent });
  return (amount: Money): string => own.money(amount);
}
