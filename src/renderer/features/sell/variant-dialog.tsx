import { type KeyboardEvent, useMemo, useRef } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import { VariantButton } from './variant-button.tsx';
import styles from './variant-dialog.module.css';
import { type VariantMatrix, variantMatrix } from './variant-matrix.ts';
import { walkGrid } from './walk-grid.ts';

/** Which kind of a product: a matrix where two options make it, else a list; each with price and stock. */
export function VariantDialog({ parent }: { readonly parent: ProductTile }) {
  const text = useText();
  const errorText = useErrorText();
  const { add, dispatch } = useSell();
  const answer = useApiQuery('catalog.variants', { parentId: parent.id });
  const variants = answer.data;
  const matrix = useMemo(() => (variants ? variantMatrix(variants) : null), [variants]);
  const choose = (variant: ProductTile) => {
    dispatch({ type: 'close' });
    add(variant);
  };
  return (
    <SellDialogFrame
      title={text('sell.variants-of', { name: parent.name })}
      size={matrix ? 'large' : 'medium'}
    >
      {answer.error && (
        <ErrorState
          happened={text('sell.variants-unreadable')}
          safe={text('sell.cart-is-safe')}
          advice={errorText(answer.error)}
          onRetry={() => void answer.refetch()}
        />
      )}
      {answer.isPending && <Skeleton height="12rem" />}
      {matrix !== null && <Matrix matrix={matrix} onChoose={choose} />}
      {matrix === null && variants && <Choices variants={variants} onChoose={choose} />}
    </SellDialogFrame>
  );
}

type OnChoose = (variant: ProductTile) => void;

/** Arrows lead from one enabled button to the next, by place; the first has the focus. */
function useArrows(columns: number) {
  const grid = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const buttons = [...(grid.current?.querySelectorAll<HTMLElement>('[data-cell]') ?? [])];
    const at = buttons.findIndex((button) => button.contains(document.activeElement));
    const to = walkGrid(event.key, at < 0 ? null : at, buttons.length, columns);
    if (to === null) return;
    event.preventDefault();
    if (to !== 'leave') buttons[to]?.focus();
  };
  return { grid, onKeyDown };
}

function Choices({
  variants,
  onChoose,
}: {
  readonly variants: readonly ProductTile[];
  readonly onChoose: OnChoose;
}) {
  const { grid, onKeyDown } = useArrows(2);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows between the buttons inside, which are reached by Tab too
    <div ref={grid} className={styles.choices} onKeyDown={onKeyDown}>
      {variants.map((variant, index) => (
        <VariantButton
          key={variant.id}
          variant={variant}
          label={variant.variantLabel ?? variant.name}
          autoFocus={index === 0}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function Matrix({ matrix, onChoose }: { readonly matrix: VariantMatrix; readonly onChoose: OnChoose }) {
  const text = useText();
  const { columns, rows } = matrix;
  const { grid, onKeyDown } = useArrows(columns.length);
  const first = rows.flatMap((row) => row.cells).find((cell) => cell !== null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows between the buttons inside, which are reached by Tab too
    <div ref={grid} onKeyDown={onKeyDown} className={styles.scroll}>
      <table className={styles.matrix}>
        <thead>
          <tr>
            <th scope="col" aria-label={text('sell.variant-option')} />
            {columns.map((column) => (
              <th key={column} scope="col">
                <bdi>{column}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">
                <bdi>{row.label}</bdi>
              </th>
              {row.cells.map((cell, index) => (
                <td key={columns[index]}>
                  {cell === null ? (
                    <span data-cell />
                  ) : (
                    <VariantButton variant={cell} autoFocus={cell === first} onChoose={onChoose} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
