import { useMemo } from 'react';
import type { ProductTile } from '../../../shared/contract/catalog.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useText } from '../../ui/app-context.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useSell } from './sell-context.ts';
import { SellDialogFrame } from './sell-dialog.tsx';
import { useArrowFocus } from './use-arrow-focus.ts';
import { VariantButton } from './variant-button.tsx';
import styles from './variant-dialog.module.css';
import { type VariantMatrix, variantMatrix } from './variant-matrix.ts';

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

function Choices({
  variants,
  onChoose,
}: {
  readonly variants: readonly ProductTile[];
  readonly onChoose: OnChoose;
}) {
  const { grid, onKeyDown } = useArrowFocus<HTMLDivElement>(2, variants.length);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows between the buttons inside, which are reached by Tab too
    <div ref={grid} className={styles.choices} onKeyDown={onKeyDown}>
      {variants.map((variant) => (
        <VariantButton
          key={variant.id}
          variant={variant}
          label={variant.variantLabel ?? variant.name}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

function Matrix({ matrix, onChoose }: { readonly matrix: VariantMatrix; readonly onChoose: OnChoose }) {
  const text = useText();
  const { columns, rows } = matrix;
  const { grid, onKeyDown } = useArrowFocus<HTMLDivElement>(columns.length, rows.length);
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
                  {cell === null ? <span data-cell /> : <VariantButton variant={cell} onChoose={onChoose} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
