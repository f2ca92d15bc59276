import { Minus, Plus } from 'lucide-react';
import type { KioskTile } from '../../../shared/contract/kiosk-views.ts';
import { quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { useKiosk } from './kiosk-context.tsx';
import styles from './pieces.module.css';

type PiecesProps = { readonly tile: KioskTile; readonly pieces: number };

/** How many are wanted: one less, one more, never more than one order may hold. */
export function Pieces({ tile, pieces }: PiecesProps) {
  const text = useText();
  const format = useFormat();
  const { dispatch } = useKiosk();
  const { id: productId, most } = tile;
  const name = tile.variantLabel ? `${tile.name}, ${tile.variantLabel}` : tile.name;
  const isMost = pieces >= most;
  const set = (wanted: number) => () => dispatch({ kind: 'set', productId, pieces: wanted });
  return (
    <div className={styles.pieces}>
      <button
        type="button"
        className={styles.step}
        aria-label={text('kiosk.one-less', { name })}
        onClick={set(pieces - 1)}
      >
        <Minus aria-hidden="true" />
      </button>
      <output className={styles.count} aria-label={text('kiosk.in-basket', { count: pieces })}>
        {isMeasured(tile.unit) ? format.quantity(quantity(pieces * 1000), tile.unit) : format.number(pieces)}
      </output>
      <button
        type="button"
        className={styles.step}
        aria-label={text('kiosk.one-more', { name })}
        aria-disabled={isMost || undefined}
        onClick={isMost ? () => void toast(text('kiosk.at-most', { most })) : set(pieces + 1)}
      >
        <Plus aria-hidden="true" />
      </button>
    </div>
  );
}
