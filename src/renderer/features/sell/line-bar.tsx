import { Minus, Percent, Plus, StickyNote, Tag, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { useFormat, useText } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './line-bar.module.css';
import { lineRights } from './line-rights.ts';
import { PlainButton } from './plain-button.tsx';
import { useSell } from './sell-context.ts';
import { sellKeys } from './sell-keys.ts';
import { useCartActions } from './use-cart-actions.ts';

/** What can be done to the selected line. Always in the same place, so that hands find it blind. */
export function LineBar() {
  const text = useText();
  const { session } = useSell();
  const { line, openForLine, remove } = useCartActions();
  const may = lineRights(session, line);
  const isIdle = line === null;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is a group of fields, these are buttons
    <div className={styles.bar} role="group" aria-label={text('sell.selected-line')}>
      <LineStepper />
      <LineAction
        icon={<Percent />}
        label={text('sell.discount')}
        keys={sellKeys.discount}
        disabled={isIdle}
        hint={may.discount ? undefined : text('sell.no-discount-right')}
        onPress={() => openForLine('line-discount')}
      />
      <LineAction
        icon={<Tag />}
        label={text('sell.price')}
        keys={sellKeys.price}
        disabled={isIdle}
        hint={may.price || isIdle ? undefined : text('sell.no-price-right')}
        onPress={() => openForLine('line-price')}
      />
      <LineAction
        icon={<StickyNote />}
        label={text('sell.note')}
        keys={sellKeys.note}
        disabled={isIdle}
        onPress={() => openForLine('line-note')}
      />
      <LineAction
        icon={<Trash2 />}
        label={text('sell.remove')}
        keys={sellKeys.remove}
        disabled={isIdle}
        onPress={remove}
      />
    </div>
  );
}

function LineStepper() {
  const text = useText();
  const format = useFormat();
  const { line, step, openForLine } = useCartActions();
  const measured = line !== null && isMeasured(line.unit);
  const shown =
    line === null ? '' : format.quantity(measured ? line.quantity : quantity(line.quantity), line.unit);
  return (
    <span className={styles.stepper}>
      <IconButton
        label={text('sell.one-less')}
        icon={<Minus />}
        disabled={line === null || measured}
        onPress={() => step(-1)}
      />
      <PlainButton
        className={styles.quantity}
        disabled={line === null}
        keys={sellKeys.quantity}
        onPress={() => openForLine('line-quantity')}
      >
        <VisuallyHidden>
          {line === null ? text('sell.quantity') : text('sell.quantity-of', { name: line.name })}
        </VisuallyHidden>
        <span className={styles.figure}>{shown}</span>
        <Kbd keys={sellKeys.quantity} />
      </PlainButton>
      <IconButton
        label={text('sell.one-more')}
        icon={<Plus />}
        disabled={line === null || measured}
        onPress={() => step(1)}
      />
    </span>
  );
}

type LineActionProps = {
  readonly icon: ReactNode;
  readonly label: string;
  readonly keys: string;
  readonly disabled: boolean;
  /** What it takes where the person may not do it alone. */
  readonly hint?: string | undefined;
  readonly onPress: () => void;
};

function LineAction({ icon, label, keys, disabled, hint, onPress }: LineActionProps) {
  const button = (
    <PlainButton className={styles.action} keys={keys} disabled={disabled} onPress={onPress}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <span className={styles.label}>{label}</span>
      <Kbd keys={keys} />
    </PlainButton>
  );
  return <Tooltip content={hint ?? label}>{button}</Tooltip>;
}
