import { useState } from 'react';
import { oversellPolicies } from '../../../shared/domain/oversell.ts';
import { mostQuantity, type Quantity } from '../../../shared/domain/quantity.ts';
import { isMeasured } from '../../../shared/domain/unit.ts';
import { isRefusal } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { QuantityField } from '../../ui/quantity-field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { toast } from '../../ui/toast-queue.ts';
import type { OversellOrigin } from './oversell-origin.ts';
import { followWords } from './policy-words.ts';
import styles from './stock-dialog.module.css';
import type { ProductStock } from './stock-dialog-frame.tsx';

type RulesDialogProps = {
  readonly stock: ProductStock;
  /** What holds where the product says nothing; null while that is on its way. */
  readonly inherited: OversellOrigin | null;
  readonly onClose: () => void;
};

/** Changes a product's rules of stock. */
export function RulesDialog({ stock, inherited, onClose }: RulesDialogProps) {
  const text = useText();
  const shop = useShop();
  const form = useRules(stock, onClose);
  const follow = followWords(inherited ?? { by: 'shop', policy: shop.oversell }, text);
  return (
    <Dialog
      open
      onClose={onClose}
      title={text('stock.rules-of', { name: stock.name })}
      busy={form.isSaving}
      onSubmit={form.save}
      footer={
        <>
          <Button onPress={onClose} disabled={form.isSaving}>
            {text('ui.cancel')}
          </Button>
          <Button type="submit" variant="primary" pending={form.isSaving}>
            {text('stock.save-rules')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Switch description={text('stock.counted-help')} on={form.tracked} onChange={form.setTracked}>
          {text('stock.counted')}
        </Switch>
        <QuantityField
          label={text('stock.level')}
          description={text('stock.level-help')}
          decimal
          unit={isMeasured(stock.unit) ? text(`catalog.sign-${stock.unit}`) : undefined}
          most={mostQuantity}
          value={form.level}
          onChange={form.setLevel}
          disabled={!form.tracked}
          error={form.isJudged && form.level === null ? text('stock.level-missing') : undefined}
        />
        <Select
          label={text('stock.when-none-left')}
          choices={[
            { key: 'follow', label: follow },
            ...oversellPolicies.map((key) => ({ key, label: text(`stock.policy-${key}`) })),
          ]}
          value={form.oversell ?? 'follow'}
          onChange={(key) => form.setOversell(oversellPolicies.find((policy) => policy === key) ?? null)}
          disabled={!form.tracked}
        />
        {form.refusal !== null && (
          <p role="alert" className={styles.refusal}>
            {form.refusal}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function useRules(stock: ProductStock, onDone: () => void) {
  const text = useText();
  const errorText = useErrorText();
  const setRules = useCommand('stock.setRules');
  const [tracked, setTracked] = useState(stock.tracked);
  const [level, setLevel] = useState<Quantity | null>(stock.reorderLevel);
  const [oversell, setOversell] = useState(stock.oversell);
  const [isJudged, setJudged] = useState(false);
  const { productId, name } = stock;
  const save = () => {
    setJudged(true);
    const reorderLevel = tracked ? level : stock.reorderLevel;
    if (reorderLevel === null || reorderLevel < 0 || reorderLevel > mostQuantity) return;
    setRules.mutate(
      { productId, reorderLevel, tracked, oversell },
      {
        onSuccess: () => {
          toast(text('stock.rules-saved', { name }), { tone: 'positive' });
          onDone();
        },
      },
    );
  };
  const { error } = setRules;
  return {
    tracked,
    setTracked,
    level,
    setLevel,
    oversell,
    setOversell,
    isJudged,
    isSaving: setRules.isPending,
    refusal:
      error === null
        ? null
        : isRefusal(error, 'has-reserved')
          ? text('stock.rules-reserved')
          : errorText(error),
    save,
  };
}
