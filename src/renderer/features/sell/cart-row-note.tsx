import { CircleAlert, Info } from 'lucide-react';
import type { CartLine } from '../../../shared/domain/cart.ts';
import type { AppText } from '../../../shared/text/english.ts';
import type { Format } from '../../../shared/text/format.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import type { LineNote } from './cart-notes.ts';
import styles from './cart-row-note.module.css';

type CartRowNoteProps = {
  readonly note: LineNote;
  readonly line: CartLine;
  readonly onRefresh: (lineId: string) => void;
};

/** What the seller should know of a line, in words, with what mends it. */
export function CartRowNote({ note, line, onRefresh }: CartRowNoteProps) {
  const text = useText();
  const format = useFormat();
  const isProblem = note.kind === 'gone';
  const Icon = isProblem ? CircleAlert : Info;
  return (
    <p className={joinClasses(styles.note, isProblem && styles.problem)}>
      <Icon aria-hidden="true" className={styles.icon} />
      <span className={styles.words}>{noteText(note, line, text, format)}</span>
      {(note.kind === 'new-price' || note.kind === 'new-tax') && (
        <Button size="small" onPress={() => onRefresh(line.id)}>
          {text(note.kind === 'new-price' ? 'sell.use-new-price' : 'sell.use-new-tax')}
        </Button>
      )}
    </p>
  );
}

function noteText(note: LineNote, line: CartLine, text: AppText, format: Format): string {
  switch (note.kind) {
    case 'gone':
      return text('sell.line-gone');
    case 'new-price':
      return text('sell.line-new-price', { price: format.amount(note.price) });
    case 'new-tax':
      return text('sell.line-new-tax');
    case 'above-ceiling':
      return note.ceiling === 0
        ? text('sell.no-discount-right')
        : text('sell.line-above-ceiling', { ceiling: format.percent(note.ceiling) });
    case 'short': {
      const available = format.quantity(note.available, line.unit);
      if (note.available <= 0) return text(note.blocks ? 'sell.line-none-block' : 'sell.line-none-warn');
      return text(note.blocks ? 'sell.line-short-block' : 'sell.line-short-warn', { available });
    }
  }
}
