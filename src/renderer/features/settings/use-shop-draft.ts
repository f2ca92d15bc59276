import type { Input } from '../../../shared/contract/index.ts';
import type { ShopView } from '../../../shared/contract/setup.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useShop } from '../../bridge/use-session.ts';
import { useText } from '../../ui/app-context.tsx';
import { type Draft, type Problems, useDraft } from './drafts.tsx';
import { checkShop, type ShopField, type ShopFields } from './shop-draft.ts';

/**
 * Some of the shop's settings as they are edited, saved together by `shop.update`. `check` adds to what every field is
 * checked for anyhow.
 */
export function useShopDraft<F extends ShopField>(
  key: string,
  names: readonly F[],
  check?: (fields: ShopFields<F>) => Problems<ShopFields<F>>,
): Draft<ShopFields<F>> {
  const text = useText();
  const shop = useShop();
  const update = useCommand('shop.update');
  const kept = Object.fromEntries(names.map((name) => [name, shop[name]])) as Pick<ShopView, F> &
    ShopFields<F>;
  return useDraft<ShopFields<F>, Pick<ShopView, F> & ShopFields<F>>({
    key,
    kept,
    check: (fields) => ({ ...checkShop(fields, text), ...check?.(fields) }),
    save: (change, seen) => update.mutateAsync({ ...change, seen } as Input<'shop.update'>),
  });
}
