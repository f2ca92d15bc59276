import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { DescriptionList } from '../../ui/description-list.tsx';
import { Figure } from '../../ui/figure.tsx';
import { List } from '../../ui/list.tsx';
import styles from './orderlla-preview-step.module.css';
import type { OrderllaImport, OrderllaPreview } from './use-orderlla-import.ts';

/** What will come in, how the orders stand, and what is odd about the file, before anything is changed. */
export function OrderllaPreviewStep({ load }: { readonly load: OrderllaImport }) {
  const text = useText();
  const { preview } = load;
  if (preview === null) return null;
  const { make, known, odd } = preview;
  const isNothing = make.customers + make.products + make.orders === 0;
  const before = known.customers + known.products + known.orders;
  return (
    <div className={styles.step}>
      <Figures preview={preview} />
      {before > 0 && (
        <p className={styles.more}>
          {isNothing ? text('orderlla-import.nothing-new') : text('orderlla-import.known', { count: before })}
        </p>
      )}
      <Standing preview={preview} />
      <OddList title={text('orderlla-import.look-at')} odd={odd.filter((one) => one.needsLook)} />
      <OddList title={text('orderlla-import.good-to-know')} odd={odd.filter((one) => !one.needsLook)} />
      <div className={styles.actions}>
        <Button variant="primary" onPress={load.run} disabled={isNothing} autoFocus>
          {text('orderlla-import.run', { count: make.orders })}
        </Button>
      </div>
    </div>
  );
}

function Figures({ preview }: { readonly preview: OrderllaPreview }) {
  const text = useText();
  const format = useFormat();
  const { make, leftOut } = preview;
  return (
    <section aria-label={text('orderlla-import.will-make')} className={styles.figures}>
      <Figure plain label={text('orderlla-import.customers')} value={format.number(make.customers)} />
      <Figure plain label={text('orderlla-import.products')} value={format.number(make.products)} />
      <Figure plain label={text('orderlla-import.orders')} value={format.number(make.orders)} />
      <Figure plain label={text('orderlla-import.left-out')} value={format.number(leftOut)} />
    </section>
  );
}

function Standing({ preview }: { readonly preview: OrderllaPreview }) {
  const text = useText();
  const format = useFormat();
  const { awaiting, initiated, settled } = preview.refunds;
  const statuses = preview.statuses.map(({ status, orders, total }) => ({
    term: text(`orderlla-import.status-${status}`),
    detail: text('orderlla-import.status-worth', {
      count: format.number(orders),
      total: format.money(total),
    }),
  }));
  const refunds = text('orderlla-import.refunds-worth', {
    awaiting: format.number(awaiting),
    initiated: format.number(initiated),
    settled: format.number(settled),
  });
  return (
    <section aria-labelledby="orderlla-standing">
      <h2 id="orderlla-standing" className={styles.title}>
        {text('orderlla-import.how-they-stand')}
      </h2>
      <DescriptionList items={[...statuses, { term: text('orderlla-import.refunds'), detail: refunds }]} />
    </section>
  );
}

type OddListProps = { readonly title: string; readonly odd: OrderllaPreview['odd'] };

function OddList({ title, odd }: OddListProps) {
  const text = useText();
  const say = text as unknown as (key: string, params: OrderllaPreview['odd'][number]['params']) => string;
  if (odd.length === 0) return null;
  return (
    <section>
      <h2 className={styles.title}>{title}</h2>
      <List label={title} items={odd} itemKey={(one) => `${one.code} ${JSON.stringify(one.params)}`}>
        {(one) => <span className={styles.odd}>{say(`orderlla-import.odd.${one.code}`, one.params)}</span>}
      </List>
    </section>
  );
}
