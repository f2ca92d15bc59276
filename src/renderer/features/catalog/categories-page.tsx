import { FolderPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { useHotkeys } from '../../ui/hotkeys.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { navigate } from '../../ui/router.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './categories-page.module.css';
import { CategoryForm } from './category-form.tsx';
import { CategoryTreeView } from './category-tree-view.tsx';
import { type CategoryTree, useCategoryTree } from './use-category-tree.ts';

/** The tree of categories, and beside it the form of the one that is chosen, or of a new one. */
export function CategoriesPage() {
  const text = useText();
  const mayEdit = useMay('edit-catalogue');
  if (mayEdit) return <Categories />;
  return (
    <>
      <PageHeader title={text('categories.title')} onBack={() => navigate('/products')} />
      <EmptyState drawing="problem" title={text('product-form.no-right-title')}>
        {text('product-form.no-right')}
      </EmptyState>
    </>
  );
}

type Adding = { readonly parentId: number | null };

function Categories() {
  const text = useText();
  const tree = useCategoryTree();
  const [adding, setAdding] = useState<Adding | null>(null);
  const addTop = () => setAdding({ parentId: null });
  const choose = (categoryId: number | null) => {
    setAdding(null);
    tree.choose(categoryId);
  };
  const addBelow = () => setAdding({ parentId: tree.chosen?.id ?? null });
  useHotkeys([{ keys: 'Alt+N', label: text('categories.new'), run: addTop }]);
  const isEmpty = !tree.isLoading && tree.error === null && tree.all.length === 0;
  return (
    <div className={styles.screen}>
      <PageHeader
        title={text('categories.title')}
        onBack={() => navigate('/products')}
        actions={
          !isEmpty && (
            <>
              <Button icon={<FolderPlus />} onPress={addBelow} disabled={tree.chosen === null}>
                {text('categories.new-below')}
              </Button>
              <Button variant="primary" icon={<Plus />} keys="Alt+N" onPress={addTop}>
                {text('categories.new')}
              </Button>
            </>
          )
        }
      />
      {tree.error !== null ? (
        <Trouble tree={tree} />
      ) : isEmpty && adding === null ? (
        <EmptyState
          drawing="products"
          title={text('categories.none')}
          action={
            <Button variant="primary" onPress={addTop}>
              {text('categories.new')}
            </Button>
          }
        >
          {text('categories.none-help')}
        </EmptyState>
      ) : (
        <div className={styles.columns}>
          <TreeCard tree={{ ...tree, choose }} onNew={addBelow} />
          <FormCard tree={tree} adding={adding} onDone={() => setAdding(null)} />
        </div>
      )}
      <VisuallyHidden>
        <span role="status">{tree.said}</span>
      </VisuallyHidden>
    </div>
  );
}

type TreeCardProps = { readonly tree: CategoryTree; readonly onNew: () => void };

function TreeCard({ tree, onNew }: TreeCardProps) {
  const text = useText();
  const hasArchived = tree.all.some(({ archived }) => archived);
  return (
    <Card flush>
      {tree.isLoading ? (
        <div role="status" aria-label={text('ui.loading')} className={styles.waiting}>
          <Skeleton height="2rem" />
          <Skeleton height="2rem" />
          <Skeleton height="2rem" />
        </div>
      ) : (
        <>
          <CategoryTreeView tree={tree} onNew={onNew} />
          <p className={styles.keys}>{text('categories.keys')}</p>
        </>
      )}
      {hasArchived && (
        <div className={styles.archived}>
          <Checkbox checked={tree.withArchived} onChange={tree.setWithArchived}>
            {text('categories.show-archived')}
          </Checkbox>
        </div>
      )}
    </Card>
  );
}

type FormCardProps = {
  readonly tree: CategoryTree;
  readonly adding: Adding | null;
  readonly onDone: () => void;
};

function FormCard({ tree, adding, onDone }: FormCardProps) {
  const text = useText();
  const { chosen } = tree;
  if (adding === null && chosen === null)
    return (
      <Card>
        <p className={styles.choose}>{text('categories.choose')}</p>
      </Card>
    );
  const below = tree.all.find(({ id }) => id === adding?.parentId);
  const title =
    adding === null ? (chosen?.name ?? '') : text(below ? 'categories.new-below' : 'categories.new');
  return (
    <Card title={title}>
      <CategoryForm
        key={adding === null ? `saved ${chosen?.id}` : `new ${adding.parentId}`}
        category={adding === null ? chosen : null}
        parentId={adding?.parentId ?? null}
        onClose={onDone}
        onSaved={(categoryId) => {
          onDone();
          tree.choose(categoryId);
        }}
      />
    </Card>
  );
}

function Trouble({ tree }: { readonly tree: CategoryTree }) {
  const text = useText();
  const errorText = useErrorText();
  return (
    <ErrorState
      happened={text('categories.unreadable')}
      safe={text('categories.unreadable-safe')}
      advice={errorText(tree.error)}
      id={tree.error?.reference ?? undefined}
      onRetry={tree.retry}
    />
  );
}
