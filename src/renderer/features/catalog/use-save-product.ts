import { useState } from 'react';
import { useCommand } from '../../bridge/use-command.ts';
import { planChanging, planCreating, type SaveStep } from './plan-saving.ts';
import type { EditableProduct, ProductDraft } from './product-draft.ts';

/** What came of saving: the product, or why a step was refused after `done` others. */
export type SaveOutcome =
  | { readonly ok: true; readonly productId: number }
  | { readonly ok: false; readonly error: unknown; readonly done: number };

/**
 * Asks main step by step for what the form says, until one step is refused. What was done before it stays: the form
 * is compared anew with the product as it then is, so that the next attempt asks only for the rest.
 */
export function useSaveProduct() {
  const [isSaving, setSaving] = useState(false);
  const create = useCommand('catalog.create');
  const update = useCommand('catalog.update');
  const addVariants = useCommand('catalog.addVariants');
  const archive = useCommand('catalog.archive');

  const ask = async (step: SaveStep): Promise<number | null> => {
    switch (step.call) {
      case 'catalog.create':
        return (await create.mutateAsync(step.input)).productId;
      case 'catalog.update':
        await update.mutateAsync(step.input);
        return null;
      case 'catalog.addVariants':
        return (await addVariants.mutateAsync(step.input)).parentId;
      case 'catalog.archive':
        await archive.mutateAsync(step.input);
        return null;
    }
  };
  const save = async (saved: EditableProduct | null, draft: ProductDraft): Promise<SaveOutcome> => {
    setSaving(true);
    let productId = saved?.id ?? 0;
    let done = 0;
    try {
      for (const step of saved === null ? planCreating(draft) : planChanging(saved, draft)) {
        productId = (await ask(step)) ?? productId;
        done += 1;
      }
      return { ok: true, productId };
    } catch (error) {
      return { ok: false, error, done };
    } finally {
      setSaving(false);
    }
  };
  return { save, isSaving };
}
