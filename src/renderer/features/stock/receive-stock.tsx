import { useRef, useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { TextField } from '../../ui/text-field.tsx';
import { ProductFinder } from './product-finder.tsx';
import { cardTexts, longestTexts, type ReceiveText } from './receive-draft.ts';
import { ReceiveFooter } from './receive-footer.tsx';
import { ReceiveLines } from './receive-lines.tsx';
import styles from './receive-stock.module.css';
import { type Receiving, useReceiving } from './use-receiving.ts';
import { useStockScan } from './use-stock-scan.ts';

/** Goods come in: who brought them, what and how much, at what cost. By scanner, by search, all by keys. */
export function ReceiveStock() {
  const text = useText();
  const finder = useRef<HTMLInputElement>(null);
  const [isClearing, setClearing] = useState(false);
  const focusFinder = () => finder.current?.focus();
  const receiving = useReceiving(focusFinder);
  const { draft } = receiving;
  const count = draft.lines.length;
  useStockScan((row) => receiving.pick(row, 'scanned'), !isClearing);
  useHotkeys([
    { keys: 'F2', label: text('stock.add-line'), run: focusFinder },
    { keys: 'Mod+Enter', label: text('stock.receive'), run: receiving.send, enabled: count > 0 },
  ]);
  return (
    <div className={styles.part}>
      <Paper receiving={receiving} />
      <ProductFinder
        label={text('stock.add-line')}
        field={finder}
        keys="F2"
        autoFocus
        onPick={(row) => receiving.pick(row, 'chose')}
      />
      <section className={styles.lines} aria-label={text('stock.lines')}>
        {count === 0 ? (
          <EmptyState drawing="import" title={text('stock.receive-none')}>
            {text('stock.receive-none-help')}
          </EmptyState>
        ) : (
          <ReceiveLines receiving={receiving} onCommit={focusFinder} />
        )}
      </section>
      <ReceiveFooter receiving={receiving} onClear={() => setClearing(true)} />
      <ConfirmDialog
        open={isClearing}
        title={text('stock.receive-clear-title')}
        action={text('stock.receive-clear')}
        keep={text('stock.receive-keep')}
        danger
        onClose={() => setClearing(false)}
        onConfirm={() => {
          setClearing(false);
          receiving.clear();
        }}
      >
        {text('stock.receive-clear-help', { count })}
      </ConfirmDialog>
    </div>
  );
}

/** What stands on the paper that came with the goods. */
function Paper({ receiving }: { readonly receiving: Receiving }) {
  const text = useText();
  const { draft, dispatch } = receiving;
  const carded = draft.isJudged ? cardTexts(draft) : [];
  const field = (name: ReceiveText) => ({
    label: text(`stock.${name}`),
    value: draft[name],
    onChange: (written: string) => dispatch({ type: 'wrote', field: name, text: written }),
    maxLength: longestTexts[name],
    error: carded.includes(name) ? text('stock.card-number') : undefined,
    optional: true,
  });
  return (
    <div className={styles.paper}>
      <TextField {...field('supplier')} />
      <TextField {...field('reference')} placeholder={text('stock.reference-hint')} />
      <TextField {...field('note')} />
    </div>
  );
}
