import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { ariaKeys } from '../../ui/hotkey-combo.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Badge } from '../../ui/status-pill.tsx';
import type { PaletteGroup, PaletteItem } from './palette-item.ts';
import styles from './palette-list.module.css';

type PaletteListProps = {
  readonly id: string;
  readonly groups: readonly PaletteGroup[];
  readonly active: number;
  readonly onPick: (item: PaletteItem) => void;
};

/** Of the row at this place in the whole list, for `aria-activedescendant`. */
export function optionId(listId: string, at: number): string {
  return `${listId}-${at}`;
}

/** What fits, in its groups. The field keeps the focus; the row that Enter would take is marked. */
export function PaletteList({ id, groups, active, onPick }: PaletteListProps) {
  const text = useText();
  const list = useRef<HTMLDivElement>(null);
  const activeKey = groups.flatMap((group) => group.items)[active]?.key;
  useEffect(() => {
    if (activeKey === undefined) return;
    // The first row shows its group's name too.
    const row = document.getElementById(optionId(id, active));
    if (active === 0) list.current?.scrollTo?.({ top: 0 });
    else row?.scrollIntoView?.({ block: 'nearest' });
  }, [id, active, activeKey]);
  if (groups.length === 0) return null;
  let next = 0;
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={text('palette.results')}
      className={styles.list}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options, for which HTML has no element
        <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`} className={styles.group}>
          <div id={`${id}-${group.key}`} className={styles.title}>
            {text(`palette.${group.key}`)}
          </div>
          {group.items.map((item) => {
            const at = next;
            next += 1;
            return (
              <Row
                key={item.key}
                id={optionId(id, at)}
                item={item}
                isActive={at === active}
                onPick={() => onPick(item)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

type RowProps = {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isActive: boolean;
  readonly onPick: () => void;
};

function Row({ id, item, isActive, onPick }: RowProps) {
  const text = useText();
  const { label, detail = [], lead, aside, keys, asksManager } = item;
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-keyshortcuts={ariaKeys(keys)}
      className={styles.row}
      data-active={isActive || undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={styles.lead} aria-hidden="true">
        {lead}
      </span>
      <span className={styles.words}>
        <bdi className={styles.label}>{label}</bdi>
        {detail.length > 0 && <Detail pieces={detail} />}
      </span>
      <Aside>{aside}</Aside>
      {asksManager && <Badge tone="warning">{text('palette.asks-manager')}</Badge>}
      {keys !== undefined && <Kbd keys={keys} />}
    </button>
  );
}

/** Each piece keeps its own direction of writing. */
function Detail({ pieces }: { readonly pieces: readonly string[] }) {
  return (
    <span className={styles.detail} title={pieces.join(' · ')}>
      {pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces stay in their places
        <Fragment key={at}>
          {at > 0 && ' · '}
          <bdi>{piece}</bdi>
        </Fragment>
      ))}
    </span>
  );
}

function Aside({ children }: { readonly children: ReactNode }) {
  if (children === undefined) return null;
  return (
    <bdi className={styles.aside} data-figures>
      {children}
    </bdi>
  );
}
