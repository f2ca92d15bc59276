import { useEffect, useRef, useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { focusRefused } from '../../ui/focus-refused.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { Link } from '../../ui/link.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { navigate, useLeaveGuard } from '../../ui/router.ts';
import { Badge } from '../../ui/status-pill.tsx';
import { ArchiveButton } from './archive-button.tsx';
import { BasicFields } from './basic-fields.tsx';
import { showProduct } from './catalog-places.ts';
import { CodeFields } from './code-fields.tsx';
import { OptionEditor } from './option-editor.tsx';
import { PictureField } from './picture-field.tsx';
import { PriceFields } from './price-fields.tsx';
import type { EditableProduct, ProductDraft } from './product-draft.ts';
import styles from './product-form.module.css';
import { StockFields } from './stock-fields.tsx';
import { type ProductFormState, useProductForm } from './use-product-form.ts';
import { VariantTable } from './variant-table.tsx';

type ProductFormProps = {
  readonly saved: EditableProduct | null;
  readonly start: ProductDraft;
  /** Begins anew with the product as it is now. */
  readonly onReload: () => void;
};

/** A product as a page of fields. Leaving it asks before anything typed is lost. */
export function ProductForm({ saved, start, onReload }: ProductFormProps) {
  const text = useText();
  const [savedId, setSavedId] = useState<number | null>(null);
  const [asked, setAsked] = useState<(() => void) | null>(null);
  const form = useProductForm({ saved, start, onSaved: setSavedId });
  useLeaveGuard((go) => setAsked(() => go), form.isChanged && savedId === null);
  useEffect(() => {
    // The guard was taken down in this very commit, before the window goes.
    if (savedId !== null) showProduct(savedId);
  }, [savedId]);
  const page = useRef<HTMLFormElement>(null);
  const save = () => {
    if (!form.isSaving && !focusRefused(page.current)) form.save();
  };
  useHotkeys([{ keys: 'Mod+S', label: text('product-form.save'), run: save, enabled: !form.isSaving }]);
  const close = () => (saved === null ? navigate('/products') : showProduct(saved.id));
  const name = saved === null ? '' : titleOf(saved);
  return (
    <form
      ref={page}
      className={styles.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <PageHeader
        title={saved === null ? text('product-form.new') : text('product-form.edit-of', { name })}
        subtitle={saved?.archived ? <Badge>{text('catalog.archived')}</Badge> : undefined}
        onBack={close}
        actions={saved !== null && <ArchiveButton product={saved} />}
      />
      <Trouble form={form} onReload={onReload} />
      {saved?.kind === 'variant' && <PartOf product={saved} />}
      <Fields form={form} />
      <footer className={styles.footer}>
        <Button onPress={close} disabled={form.isSaving}>
          {text('ui.cancel')}
        </Button>
        <Button variant="primary" type="submit" keys="Mod+S" pending={form.isSaving}>
          {text(saved === null ? 'product-form.create' : 'product-form.save')}
        </Button>
      </footer>
      <ConfirmDialog
        open={asked !== null}
        title={text('product-form.discard-title')}
        action={text('product-form.discard')}
        keep={text('product-form.keep')}
        danger
        onConfirm={() => asked?.()}
        onClose={() => setAsked(null)}
      >
        {saved === null ? text('product-form.discard-new') : text('product-form.discard-edit', { name })}
      </ConfirmDialog>
    </form>
  );
}

function Fields({ form }: { readonly form: ProductFormState }) {
  const text = useText();
  const { kind, draft } = form;
  const isParent = kind === 'parent' || (form.saved === null && draft.variants.length > 0);
  return (
    <div className={styles.columns}>
      <div className={styles.main}>
        <BasicFields form={form} />
        <PriceFields form={form} isParent={isParent} />
        {!isParent && <CodeFields form={form} />}
        {kind !== 'variant' && (
          <Card title={text('product-form.variants')}>
            <OptionEditor form={form} />
            {draft.variants.length > 0 && <VariantTable form={form} />}
          </Card>
        )}
      </div>
      <div className={styles.side}>
        <Card title={text('product-form.picture')}>
          <PictureField
            name={draft.name}
            colour={0}
            src={form.picture.src}
            onChange={form.picture.choose}
            disabled={form.isSaving}
          />
        </Card>
        <StockFields form={form} isParent={isParent} />
      </div>
    </div>
  );
}

function titleOf({ name, variantLabel }: EditableProduct): string {
  return variantLabel === null ? name : `${name}, ${variantLabel}`;
}

type TroubleProps = { readonly form: ProductFormState; readonly onReload: () => void };

function Trouble({ form, onReload }: TroubleProps) {
  const text = useText();
  if (form.trouble === null) return null;
  return (
    <ProblemNote
      action={
        form.isOutdated && (
          <Button size="small" onPress={onReload}>
            {text('product-form.reload')}
          </Button>
        )
      }
    >
      <p>{form.trouble}</p>
      {form.isPartlySaved && <p>{text('product-form.partly')}</p>}
    </ProblemNote>
  );
}

function PartOf({ product }: { readonly product: EditableProduct }) {
  const text = useText();
  const { name, parentId } = product;
  return (
    <p className={styles.note}>
      {text('product-form.part-of', { name })}{' '}
      {parentId !== null && (
        <Link to={`/products/${parentId}/edit`}>{text('product-form.show-all', { name })}</Link>
      )}
    </p>
  );
}
