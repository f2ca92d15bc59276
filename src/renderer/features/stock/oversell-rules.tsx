import { useMemo } from 'react';
import { categoryTree } from '../../../shared/domain/category-tree.ts';
import { type OversellPolicy, oversellPolicies } from '../../../shared/domain/oversell.ts';
import { useApiQuery } from '../../bridge/api-query.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useMay, useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Card } from '../../ui/card.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Link } from '../../ui/link.tsx';
import { List } from '../../ui/list.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { type Category, inheritedOversell } from './oversell-origin.ts';
import styles from './oversell-rules.module.css';
import { followWords } from './policy-words.ts';
import { showProduct } from './stock-places.ts';
import { StockTrouble } from './stock-trouble.tsx';
import { useStockScan } from './use-stock-scan.ts';

/** What happens when more is sold than there is: for the whole shop, and where a category says otherwise. */
export function OversellRules() {
  const text = useText();
  const shop = useShop();
  const maySettings = useMay('change-settings');
  useStockScan((row) => showProduct(row.id));
  return (
    <div className={styles.part}>
      <Card title={text('stock.shop-rule')}>
        <p className={styles.policy}>{text(`stock.policy-${shop.oversell}`)}</p>
        <p className={styles.help}>{text('stock.shop-rule-help')}</p>
        {maySettings && (
          <Link to="/settings" query={{ part: 'shop' }}>
            {text('stock.change-shop-rule')}
          </Link>
        )}
      </Card>
      <Categories />
    </div>
  );
}

function Categories() {
  const text = useText();
  const { data, error, refetch } = useApiQuery('catalog.categories', {});
  const tree = useMemo(() => categoryTree(data ?? []), [data]);
  if (error && !data)
    return (
      <StockTrouble
        happened={text('stock.categories-unreadable')}
        error={error}
        onRetry={() => void refetch()}
      />
    );
  return (
    <Card title={text('stock.category-rules')} flush>
      <p className={styles.note}>
        {text(data?.length === 0 ? 'stock.no-categories' : 'stock.category-rules-help')}
      </p>
      {data ? (
        <List label={text('stock.category-rules')} items={tree} itemKey={({ id }) => String(id)}>
          {(category) => <CategoryRule category={category} categories={data} />}
        </List>
      ) : (
        <div role="status" aria-label={text('ui.loading')} className={styles.note}>
          <Skeleton height="10rem" />
        </div>
      )}
    </Card>
  );
}

type CategoryRuleProps = {
  readonly category: Category & { readonly depth: number };
  readonly categories: readonly Category[];
};

function CategoryRule({ category, categories }: CategoryRuleProps) {
  const text = useText();
  const errorText = useErrorText();
  const shop = useShop();
  const setPolicy = useCommand('stock.setCategoryOversell');
  const { id, name, depth, oversell, parentId } = category;
  const above = inheritedOversell(parentId, categories, shop.oversell);
  const change = (policy: OversellPolicy | null) =>
    setPolicy.mutate(
      { categoryId: id, oversell: policy },
      {
        onSuccess: () =>
          toast(
            policy === null
              ? text('stock.category-rule-follows', { name })
              : text('stock.category-rule-saved', { name, policy: text(`stock.policy-${policy}`) }),
            { tone: 'positive' },
          ),
        onError: (error) => toast(errorText(error), { tone: 'danger' }),
      },
    );
  return (
    <>
      <span className={styles.name} style={{ paddingInlineStart: `${depth}rem` }} title={name}>
        <bdi>{name}</bdi>
      </span>
      <span className={styles.choice}>
        <Select
          label={text('stock.category-rule-of', { name })}
          hideLabel
          choices={[
            { key: 'follow', label: followWords(above, text) },
            ...oversellPolicies.map((key) => ({ key, label: text(`stock.policy-${key}`) })),
          ]}
          value={oversell ?? 'follow'}
          onChange={(key) => change(oversellPolicies.find((policy) => policy === key) ?? null)}
          disabled={setPolicy.isPending}
        />
      </span>
    </>
  );
}
