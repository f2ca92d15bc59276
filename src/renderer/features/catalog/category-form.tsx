import { Archive, ArchiveRestore } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Link } from '../../ui/link.tsx';
import { ProblemNote } from '../../ui/problem-note.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './category-form.module.css';
import type { CategoryNode } from './category-moves.ts';
import { ColourChoice } from './colour-choice.tsx';
import { PictureField } from './picture-field.tsx';
import { useArchiveCategory, useCategoryForm } from './use-category-form.ts';

type CategoryFormProps = {
  /** Null for a new one. */
  readonly category: CategoryNode | null;
  readonly parentId: number | null;
  readonly onSaved: (categoryId: number) => void;
  readonly onClose: () => void;
};

const policies = ['follow', 'block', 'warn', 'allow'] as const;

/** Name, colour, oversell policy and picture of a category. */
export function CategoryForm({ category, parentId, onSaved, onClose }: CategoryFormProps) {
  const text = useText();
  const form = useCategoryForm(category, parentId, onSaved);
  const { draft, set } = form;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        form.save();
      }}
    >
      {form.refusal !== null && <ProblemNote>{form.refusal}</ProblemNote>}
      <TextField
        label={text('categories.name')}
        value={draft.name}
        onChange={(name) => set({ name })}
        error={form.isNameMissing ? text('categories.name-missing') : undefined}
        maxLength={120}
        autoFocus={category === null}
      />
      <ColourChoice value={draft.colour} onChange={(colour) => set({ colour })} />
      <Select
        label={text('categories.oversell')}
        choices={policies.map((key) => ({
          key,
          label: text(key === 'follow' ? 'categories.oversell-follow' : `catalog.oversell-${key}`),
        }))}
        value={draft.oversell ?? 'follow'}
        onChange={(key) => set({ oversell: key === 'follow' ? null : key })}
      />
      <PictureField
        name={draft.name}
        colour={draft.colour}
        src={form.picture.src}
        onChange={form.picture.choose}
        disabled={form.isSaving}
      />
      <div className={styles.actions}>
        {category !== null && (
          <Link to="/products" query={{ category: String(category.id) }}>
            {text('categories.show-products')}
          </Link>
        )}
        {category !== null && <ArchiveCategory category={category} />}
        {(category === null || form.isChanged) && (
          <Button onPress={category === null ? onClose : form.reset} disabled={form.isSaving}>
            {text(category === null ? 'ui.cancel' : 'categories.discard')}
          </Button>
        )}
        <Button
          variant="primary"
          type="submit"
          pending={form.isSaving}
          disabled={category !== null && !form.isChanged}
        >
          {text(category === null ? 'categories.create' : 'categories.save')}
        </Button>
      </div>
    </form>
  );
}

function ArchiveCategory({ category }: { readonly category: CategoryNode }) {
  const text = useText();
  const archive = useArchiveCategory(category);
  const [isAsked, setAsked] = useState(false);
  if (category.archived)
    return (
      <Button icon={<ArchiveRestore />} onPress={() => archive(false)}>
        {text('categories.bring-back')}
      </Button>
    );
  return (
    <>
      <Button icon={<Archive />} onPress={() => setAsked(true)}>
        {text('categories.archive')}
      </Button>
      <ConfirmDialog
        open={isAsked}
        title={text('categories.archive-of', { name: category.name })}
        action={text('categories.archive')}
        onConfirm={() => {
          setAsked(false);
          archive(true);
        }}
        onClose={() => setAsked(false)}
      >
        {text('categories.archive-explained')}
      </ConfirmDialog>
    </>
  );
}
