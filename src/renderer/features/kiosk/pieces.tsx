import { Minus, Plus } from 'lucide-react';
import type { KioskTile } from '../../../shared/contract/kiosk.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
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
  const set = (wanted: number) => () => dispatch({ kind: 'set', productId, pieces: wanted });
  return (
    <div className={styles.pieces}>
      <Button
        size="touch"
        icon={<Minus />}
        label={text('kiosk.one-less', { name })}
        onPress={set(pieces - 1)}
      >
        {''}
      </Button>
      <output className={styles.count} aria-label={text('kiosk.in-basket', { count: pieces })}>
        {format.number(pieces)}
      </output>
      <Button
        size="touch"
        icon={<Plus />}
        label={text('kiosk.one-more', { name })}
        disabledReason={pieces >= most ? text('kiosk.at-most', { most }) : undefined}
        onPress={set(pieces + 1)}
      >
        {''}
      </Button>
    </div>
  );
}
