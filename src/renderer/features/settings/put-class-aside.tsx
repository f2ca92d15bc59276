import { useState } from 'react';
import type { TaxClassView } from '../../../shared/contract/shop-taxes.ts';
import { money } from '../../../shared/domain/money.ts';
import { taxExample } from '../../../shared/domain/tax-example.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useApp } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { Select } from '../../ui/select.tsx';
import { toast } from '../../ui/toast-queue.ts';
import { ChangeDialog } from './change-dialog.tsx';
import { overtakenWords, type TaxDialogProps } from './rates-dialog.tsx';
import { examplePrice, taxesNow, taxWords } from './tax-words.ts';
import { useSeen } from './use-seen.ts';

type PutAsideProps = TaxDialogProps & { readonly others: readonly TaxClassView[] };

/** Puts a class aside; says how many products move, and what that does to what customers pay. */
export function PutClassAside({ taxClass, others, onClose }: PutAsideProps) {
  const app = useApp();
  const { text } = app;
  const errorText = useErrorText();
  const archive = useCommand('taxes.archive');
  const { seen, isOvertaken, look } = useSeen(taxClass);
  const [targetId, setTargetId] = useState<number | null>(null);
  const [isJudged, setJudged] = useState(false);
  const { name, products } = taxClass;
  const target = others.find(({ id }) => id === targetId);
  const submit = () => {
    setJudged(true);
    if (products > 0 && !target) return;
    const moveTo = products > 0 ? (target?.id ?? null) : null;
    archive.mutate(
      { taxClassId: taxClass.id, revision: seen.revision, products, moveTo },
      {
        onSuccess: ({ moved }) => {
          const done =
            moved === 0
              ? text('taxes.put-aside-done', { name })
              : text('taxes.put-aside-moved', { count: moved, name, target: target?.name ?? '' });
          toast(done, { tone: 'positive' });
          onClose();
        },
      },
    );
  };
  const isNews = isOvertaken && !archive.isPending && !archive.isSuccess;
  const keepMine = () => {
    look();
    archive.reset();
  };
  return (
    <ChangeDialog
      title={text('taxes.put-aside-title', { name })}
      action={text('taxes.put-aside')}
      keep={text('taxes.put-aside-keep')}
      danger
      pending={archive.isPending}
      refused={archive.error ? errorText(archive.error) : null}
      overtaken={isNews ? { ...overtakenWords(taxClass, app), onKeepMine: keepMine } : null}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>
        {products === 0 ? text('taxes.put-aside-unused') : text('taxes.put-aside-used', { count: products })}
      </p>
      {products > 0 && (
        <Select
          label={text('taxes.move-to')}
          choices={others.map((one) => ({
            key: String(one.id),
            label: one.name,
            description: taxWords(taxesNow(one), app),
          }))}
          value={target ? String(target.id) : null}
          onChange={(key) => setTargetId(Number(key))}
          error={isJudged && !target ? text('taxes.move-to-missing') : undefined}
        />
      )}
      {target && products > 0 && <MovePreview from={taxClass} to={target} />}
    </ChangeDialog>
  );
}

function MovePreview({ from, to }: { readonly from: TaxClassView; readonly to: TaxClassView }) {
  const { text, format } = useApp();
  const { pricesIncludeTax } = useShop();
  const price = examplePrice(format.exponent);
  const exampleIn = (one: TaxClassView) => taxExample(price, taxesNow(one), pricesIncludeTax);
  const [before, after] = [exampleIn(from), exampleIn(to)];
  const taxIn = ({ total, net }: typeof before) => format.money(money(total - net));
  return (
    <p>
      {before.total === after.total
        ? text('taxes.move-preview-tax', {
            price: format.money(price),
            before: taxIn(before),
            after: taxIn(after),
          })
        : text('taxes.move-preview', {
            price: format.money(price),
            before: format.money(before.total),
            after: format.money(after.total),
          })}
    </p>
  );
}
