import { Archive, ArchiveRestore, Pencil, X } from 'lucide-react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { joinClasses } from '../../ui/join-classes.ts';
import { toast } from '../../ui/toast-queue.ts';
import { useScanner } from '../../ui/use-scanner.ts';
import { showProductForm } from './catalog-places.ts';
import type { ProductFormState } from './use-product-form.ts';
import { VariantCells } from './variant-cells.tsx';
import { barcodesOf, type VariantDraft } from './variant-draft.ts';
import styles from './variant-table.module.css';

type VariantTableProps = { readonly form: ProductFormState };

/** Every variant in a row of fields. A scan goes to the row in which the cursor is. */
export function VariantTable({ form }: VariantTableProps) {
  const text = useText();
  const seesCost = useMay('see-profit');
  const { variants } = form.draft;
  useVariantScan(form);
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={text('product-form.variants')}>
        <thead>
          <tr>
            <th scope="col">{text('product-form.variant')}</th>
            <th scope="col">{text('product-form.sku')}</th>
            <th scope="col">{text('product-form.barcodes')}</th>
            <th scope="col">{text('product-form.price')}</th>
            {seesCost && <th scope="col">{text('product-form.cost')}</th>}
            <th scope="col">{text('product-form.stock')}</th>
            <th scope="col">{text('product-form.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {variants.map((variant, at) => (
            <tr
              key={variant.key}
              data-variant={variant.key}
              className={joinClasses(variant.archived && styles.archived)}
            >
              <th scope="row" className={styles.label}>
                <bdi>{variant.label}</bdi>
                <Note variant={variant} />
              </th>
              {isSelf(form, variant, at) ? (
                <td colSpan={seesCost ? 5 : 4} className={styles.self}>
                  {text('product-form.variant-self')}
                </td>
              ) : (
                <VariantCells form={form} variant={variant} seesCost={seesCost} />
              )}
              <td className={styles.actions}>
                <RowActions form={form} variant={variant} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.count}>{text('product-form.variant-count', { count: variants.length })}</p>
    </div>
  );
}

type RowProps = { readonly form: ProductFormState; readonly variant: VariantDraft };

/** The first row of a product that was sold by itself: it stays what it is. */
function isSelf({ saved }: ProductFormState, { id }: VariantDraft, at: number): boolean {
  return saved?.kind === 'single' && id === null && at === 0;
}

function Note({ variant }: Pick<RowProps, 'variant'>) {
  const text = useText();
  if (variant.archived) return <span className={styles.note}>{text('catalog.archived')}</span>;
  return variant.id === null ? <span className={styles.note}>{text('product-form.variant-new')}</span> : null;
}

function RowActions({ form: { dispatch, isChanged }, variant }: RowProps) {
  const text = useText();
  const { key, id, label, archived } = variant;
  if (id === null) {
    return (
      <IconButton
        size="small"
        label={text('product-form.remove-variant', { variant: label })}
        icon={<X />}
        onPress={() => dispatch({ type: 'remove-variant', key })}
      />
    );
  }
  return (
    <>
      <IconButton
        size="small"
        label={text('product-form.edit-variant', { variant: label })}
        icon={<Pencil />}
        disabled={isChanged}
        onPress={() => showProductForm(id)}
      />
      <IconButton
        size="small"
        label={text(archived ? 'product-form.bring-back-variant' : 'product-form.archive-variant', {
          variant: label,
        })}
        icon={archived ? <ArchiveRestore /> : <Archive />}
        onPress={() => dispatch({ type: 'variant', key, change: { archived: !archived } })}
      />
    </>
  );
}

function useVariantScan({ draft, dispatch }: ProductFormState): void {
  const text = useText();
  useScanner((code) => {
    const row = document.activeElement?.closest<HTMLElement>('[data-variant]');
    const variant = draft.variants.find(({ key }) => key === row?.dataset.variant);
    if (variant === undefined) return void toast(text('product-form.scan-where'));
    const barcodes = [...new Set([...barcodesOf(variant.barcodes), code])].join(', ');
    dispatch({ type: 'variant', key: variant.key, change: { barcodes } });
  });
}
