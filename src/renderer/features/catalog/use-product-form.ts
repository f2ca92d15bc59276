import { useReducer, useState } from 'react';
import { isRefusal } from '../../bridge/client.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import { draftOf, type EditableProduct, isDraftChanged, type ProductDraft } from './product-draft.ts';
import { productFormReducer, startOfProductForm } from './product-form-reducer.ts';
import { checkProduct } from './product-problems.ts';
import { useChosenPicture } from './use-chosen-picture.ts';
import { useSaveProduct } from './use-save-product.ts';

type FormOf = {
  /** What is changed, as it was read; null for a new product. */
  readonly saved: EditableProduct | null;
  readonly start: ProductDraft;
  readonly onSaved: (productId: number) => void;
};

/** A product's form: what is typed, what is wrong with it, and saving. What was typed outlives every refusal. */
export function useProductForm({ saved: savedNow, start: startNow, onSaved }: FormOf) {
  const client = useClient();
  // Compared with what the person saw: what others change meanwhile is refused, not overwritten.
  const [{ saved, start }, setBase] = useState({ saved: savedNow, start: startNow });
  const text = useText();
  const errorText = useErrorText();
  const [form, dispatch] = useReducer(productFormReducer, start, startOfProductForm);
  const [refusal, setRefusal] = useState<{ readonly error: unknown; readonly done: number } | null>(null);
  const picture = useChosenPicture('product', saved?.pictureId ?? null);
  const saving = useSaveProduct();
  const [isPicturing, setPicturing] = useState(false);
  const { draft } = form;
  const kind = saved?.kind ?? 'single';
  const name = draft.name.trim();

  const save = async () => {
    const problems = checkProduct(draft, kind, saved === null);
    dispatch({ type: 'refused', problems });
    setRefusal(null);
    if (Object.keys(problems).length > 0) return;
    const outcome = await saving.save(saved, draft);
    if (!outcome.ok) {
      setRefusal(outcome);
      if (saved === null || outcome.done === 0) return;
      const product = await client.ask('catalog.editable', { productId: saved.id });
      return setBase({ saved: product, start: draftOf(product) });
    }
    setPicturing(true);
    // Where it is refused, the product itself is there: it is opened, and the picture can be chosen again.
    const left = await picture.save(outcome.productId).then(() => null, errorText);
    setPicturing(false);
    if (left !== null) toast(text('product-form.picture-left', { name, reason: left }), { tone: 'danger' });
    else if (saved === null) toast(text('product-form.created', { name }), { tone: 'positive' });
    else toast(text('product-form.saved', { name }), { tone: 'positive' });
    onSaved(outcome.productId);
  };
  const count = Object.keys(form.problems).length;
  const errorOf = (field: string): string | undefined => {
    const problem = form.problems[field];
    return problem === undefined ? undefined : text(`product-form.${problem}`);
  };
  return {
    saved,
    kind,
    draft,
    dispatch,
    picture,
    isChanged: isDraftChanged(draft, start) || picture.isChanged,
    isSaving: saving.isSaving || isPicturing,
    /** What main refused, and how many fields need a look; null while nothing is wrong. */
    trouble: refusal ? errorText(refusal.error) : count > 0 ? text('product-form.check', { count }) : null,
    /** Somebody else changed it meanwhile. */
    isOutdated: refusal !== null && isRefusal(refusal.error, 'product-changed'),
    isPartlySaved: refusal !== null && refusal.done > 0,
    errorOf,
    set: (change: Partial<ProductDraft>) => dispatch({ type: 'set', change }),
    save: () => void save(),
  };
}
export type ProductFormState = ReturnType<typeof useProductForm>;
