import { Archive, ArrowDown, ArrowUp, CalendarPlus, Ellipsis, Pencil, Star } from 'lucide-react';
import type { TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu, type MenuAction } from '../../ui/menu.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import styles from './tax-class-block.module.css';
import type { TaxTask } from './tax-dialogs.tsx';
import { TaxExampleTable } from './tax-example-table.tsx';
import { TaxTimeline } from './tax-timeline.tsx';

export type TaxClassBlockProps = {
  readonly taxClass: TaxClassView;
  readonly pricesIncludeTax: boolean;
  readonly onTask: (task: TaxTask) => void;
  readonly onMakeDefault: () => void;
  /** Null at the end of the list. */
  readonly onMoveUp: (() => void) | null;
  readonly onMoveDown: (() => void) | null;
};

/** A tax class: its rates over time, what an item costs in it, and what can be done with it. */
export function TaxClassBlock(props: TaxClassBlockProps) {
  const { taxClass, onTask } = props;
  const { name, isDefault, products } = taxClass;
  const text = useText();
  return (
    <li className={styles.block}>
      <header className={styles.header}>
        <span className={styles.title}>
          <h3 className={styles.name}>{name}</h3>
          {isDefault && <Badge tone="info">{text('taxes.default')}</Badge>}
          <span className={styles.quiet}>{text('taxes.products', { count: products })}</span>
        </span>
        <span className={styles.actions}>
          <Button
            size="small"
            icon={<CalendarPlus />}
            label={text('taxes.change-rates-of', { name })}
            onPress={() => onTask({ kind: 'rates', taxClass })}
          >
            {text('taxes.change-rates')}
          </Button>
          <MoreMenu {...props} />
        </span>
      </header>
      <div className={styles.sides}>
        <TaxTimeline
          taxClass={taxClass}
          onTakeBack={(change) => onTask({ kind: 'take-back', taxClass, change })}
        />
        <TaxExampleTable taxClass={taxClass} pricesIncludeTax={props.pricesIncludeTax} />
      </div>
    </li>
  );
}

function MoreMenu({ taxClass, onTask, onMakeDefault, onMoveUp, onMoveDown }: TaxClassBlockProps) {
  const text = useText();
  const { name, isDefault } = taxClass;
  const label = text('taxes.actions-of', { name });
  const actions: readonly MenuAction[] = [
    {
      key: 'rename',
      label: text('taxes.rename'),
      icon: <Pencil />,
      onAction: () => onTask({ kind: 'rename', taxClass }),
    },
    {
      key: 'default',
      label: text('taxes.make-default'),
      description: text('taxes.make-default-note'),
      icon: <Star />,
      disabled: isDefault,
      onAction: onMakeDefault,
    },
    {
      key: 'up',
      label: text('taxes.move-up'),
      icon: <ArrowUp />,
      disabled: onMoveUp === null,
      onAction: () => onMoveUp?.(),
    },
    {
      key: 'down',
      label: text('taxes.move-down'),
      icon: <ArrowDown />,
      disabled: onMoveDown === null,
      onAction: () => onMoveDown?.(),
    },
    {
      key: 'aside',
      label: text('taxes.put-aside'),
      description: isDefault ? text('taxes.default-stays') : undefined,
      icon: <Archive />,
      disabled: isDefault,
      separated: true,
      onAction: () => onTask({ kind: 'put-aside', taxClass }),
    },
  ];
  return (
    <Menu
      trigger={<IconButton size="small" label={label} icon={<Ellipsis />} />}
      label={label}
      actions={actions}
    />
  );
}
