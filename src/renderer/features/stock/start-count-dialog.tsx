import { useMemo, useState } from 'react';
import { categoryTree } from '../../../shared/domain/category-tree.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useToday } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { type Choice, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast-queue.ts';
import styles from './stock-dialog.module.css';
import { showCount } from './stock-places.ts';

const longestName = 80;

/** Begins a stock-take: its name, and all that is counted or one category of it. */
export function StartCountDialog({ onClose }: { readonly onClose: () => void }) {
  const { text, format } = useApp();
  const errorText = useErrorText();
  const today = useToday();
  const start = useCommand('stockCounts.start');
  const [name, setName] = useState(
    text('stock-take.count-name-suggested', { date: format.dateShort(today) }),
  );
  const [category, setCategory] = useState('all');
  const choices = useCategoryChoices();
  const isNameless = name.trim() === '';
  const { error } = start;
  const isBare = error !== null && isRefusal(error, 'nothing-to-count');
  const begin = () => {
    if (isNameless) return;
    const categoryId = category === 'all' ? null : Number(category);
    start.mutate(
      { name: name.trim(), categoryId },
      {
        onSuccess: ({ countId, products }) => {
          toast(text('stock-take.count-started', { count: products }), { tone: 'positive' });
          showCount(countId);
        },
      },
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('stock-take.start-count')}
      busy={start.isPending}
      onSubmit={begin}
      footer={
        <>
          <Button onPress={onClose} disabled={start.isPending}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={start.isPending}>
            {text('stock-take.start-count')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Select
          label={text('stock-take.count-what')}
          choices={choices}
          value={category}
          onChange={(key) => {
            start.reset();
            setCategory(key);
          }}
          error={isBare ? text('stock-take.count-nothing') : undefined}
          autoFocus
        />
        <TextField
          label={text('stock-take.count-name')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          error={isNameless ? text('stock-take.count-name-missing') : undefined}
        />
        <p className={styles.quiet}>{text('stock-take.count-start-help')}</p>
        {error !== null && !isBare && (
          <p role="alert" className={styles.refusal}>
            {errorText(error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function useCategoryChoices(): readonly Choice<string>[] {
  const { text } = useApp();
  const categories = useApiQuery('catalog.categories', {}).data;
  return useMemo(
    () => [
      { key: 'all', label: text('stock-take.count-all') },
      ...categoryTree(categories ?? []).map(({ id, name, depth, productCount }) => ({
        key: String(id),
        label: name,
        depth,
        description: text('catalog.category-count', { count: productCount }),
      })),
    ],
    [categories, text],
  );
}
