import { useReducer, useState } from 'react';
import type { ShopView } from '../../../shared/contract/setup.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { useText } from '../../ui/app-context.tsx';
import { useErrorText } from '../../ui/error-text.ts';
import { toast } from '../../ui/toast-queue.ts';
import {
  changedFields,
  checkShop,
  type Section,
  type ShopDraft,
  type ShopFields,
  type ShopProblems,
  sectionNames,
  shopDraftReducer,
  updateInput,
} from './shop-draft.ts';

export type ShopEditor = {
  /** The shop's settings with what was changed and not yet saved. */
  readonly fields: ShopFields;
  readonly change: (change: ShopDraft) => void;
  readonly isChanged: (section: Section) => boolean;
  readonly anyChanged: boolean;
  readonly problems: (section: Section) => ShopProblems;
  /** Why main did not take the section that was sent last. */
  readonly refused: (section: Section) => string | null;
  readonly saving: Section | null;
  readonly save: (section: Section) => void;
  readonly undo: (section: Section) => void;
};

/** The shop's settings as they are edited: saved section by section, kept until then. */
export function useShopDraft(shop: ShopView): ShopEditor {
  const text = useText();
  const errorText = useErrorText();
  const update = useCommand('shop.update');
  const [draft, dispatch] = useReducer(shopDraftReducer, {});
  const [judged, setJudged] = useState<readonly Section[]>([]);
  const [sent, setSent] = useState<Section | null>(null);
  const fields: ShopFields = { ...shop, ...draft };
  const isChanged = (section: Section) => changedFields(draft, shop, section).length > 0;
  const isJudged = (section: Section) => judged.includes(section);
  const calm = (section: Section) => setJudged(judged.filter((one) => one !== section));

  const save = (section: Section) => {
    setJudged([...judged.filter((one) => one !== section), section]);
    if (Object.keys(checkShop(fields, section, text)).length > 0) return;
    setSent(section);
    update.mutate(updateInput(draft, changedFields(draft, shop, section)), {
      onSuccess: () => {
        dispatch({ kind: 'forget', section });
        calm(section);
        toast(text('settings.saved-shop'), { tone: 'positive' });
      },
    });
  };
  return {
    fields,
    change: (change) => dispatch({ kind: 'change', change }),
    isChanged,
    anyChanged: sectionNames.some(isChanged),
    problems: (section) => (isJudged(section) ? checkShop(fields, section, text) : {}),
    refused: (section) => (sent === section && update.error ? errorText(update.error) : null),
    saving: update.isPending ? sent : null,
    save,
    undo: (section) => {
      dispatch({ kind: 'forget', section });
      calm(section);
      update.reset();
    },
  };
}
