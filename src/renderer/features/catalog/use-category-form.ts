import { useState } from 'react';
import type { OversellPolicy } from '../../../shared/domain/oversell.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import type { CategoryNode } from './category-moves.ts';
import { useChosenPicture } from './use-chosen-picture.ts';

type Draft = {
  readonly name: string;
  readonly colour: number;
  readonly oversell: OversellPolicy | null;
};
const fields = ['name', 'colour', 'oversell'] as const;

/** A category's form; what was typed outlives every refusal. */
export function useCategoryForm(
  category: CategoryNode | null,
  parentId: number | null,
  onSaved: (categoryId: number) => void,
) {
  const text = useText();
  const errorText = useErrorText();
  const create = useCommand('catalog.createCategory');
  const update = useCommand('catalog.updateCategory');
  const picture = useChosenPicture('category', category?.pictureId ?? null);
  const start: Draft = category ?? { name: '', colour: 0, oversell: null };
  // Only what was touched is the person's: the rest follows the category as it is.
  const [touched, setTouched] = useState<Partial<Draft>>({});
  const [isNameMissing, setNameMissing] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const draft: Draft = { ...pick(start), ...touched };
  const changed = fields.filter((field) => draft[field] !== start[field]);
  const reset = () => {
    setTouched({});
    setRefusal(null);
    picture.reset();
  };

  const save = async () => {
    const name = draft.name.trim();
    setNameMissing(name === '');
    if (name === '' || isSaving) return;
    setSaving(true);
    setRefusal(null);
    try {
      const categoryId = await saveFields({ ...draft, name });
      await picture.save(categoryId);
      setTouched({});
      toast(text(category === null ? 'categories.created' : 'categories.saved', { name }), {
        tone: 'positive',
      });
      onSaved(categoryId);
    } catch (error) {
      setRefusal(errorText(error));
    } finally {
      setSaving(false);
    }
  };
  const saveFields = async (after: Draft): Promise<number> => {
    if (category === null) return (await create.mutateAsync({ ...after, parentId })).categoryId;
    if (changed.length > 0) {
      const only = (from: Draft) => Object.fromEntries(changed.map((field) => [field, from[field]]));
      await update.mutateAsync({ categoryId: category.id, before: only(start), after: only(after) });
    }
    return category.id;
  };
  return {
    draft,
    picture,
    isNameMissing,
    isSaving,
    refusal,
    isChanged: changed.length > 0 || picture.isChanged,
    reset,
    set: (change: Partial<Draft>) => {
      setTouched({ ...touched, ...change });
      setNameMissing(false);
    },
    save: () => void save(),
  };
}

/** Hides a category with what is below it, or brings it back. */
export function useArchiveCategory({ id: categoryId, name }: CategoryNode) {
  const text = useText();
  const errorText = useErrorText();
  const archive = useCommand('catalog.archiveCategory');
  return (archived: boolean) =>
    archive.mutate(
      { categoryId, archived },
      {
        onSuccess: () =>
          toast(text(archived ? 'categories.archived' : 'categories.brought-back', { name }), {
            tone: 'positive',
          }),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
}

function pick({ name, colour, oversell }: Draft): Draft {
  return { name, colour, oversell };
}
