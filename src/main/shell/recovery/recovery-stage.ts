import { lstatSync } from 'node:fs';
import type { ChosenBackup } from '../../../shared/contract/backups-restore.ts';
import type { RunningShop } from '../running-shop.ts';
import type { Offer } from '../trouble.ts';
import { askPage, chosenPage, codePage, newPage, type Typed } from './ask-pages.ts';
import type { FoundInDamage } from './find-candidate.ts';
import { failedPage, listPage, workingPage } from './recovery-pages.ts';
import { salvagedPage } from './salvaged-page.ts';

/** What the page of trouble shows beside the trouble itself. */
export type Stage =
  | { readonly kind: 'trouble' | 'backups' | 'new' }
  | { readonly kind: 'ask'; readonly name: string; readonly typed: Typed }
  | { readonly kind: 'code'; readonly isWrong: boolean }
  | { readonly kind: 'chosen'; readonly chosen: ChosenBackup; readonly isWrong: boolean }
  | {
      readonly kind: 'working';
      readonly work: 'restore' | 'salvage' | 'opening';
      readonly percent: number | null;
      readonly stop: AbortController;
    }
  | ({ readonly kind: 'salvaged' } & FoundInDamage)
  | { readonly kind: 'failed'; readonly work: FailedWork; readonly words: string };

export type FailedWork = 'restore' | 'salvage' | 'keys';

type Shown = {
  readonly shop: RunningShop;
  readonly offer: () => Promise<Offer>;
  /** Where the shop goes, and where what cannot be opened is kept. */
  readonly to: string;
  readonly aside: string;
};

/** The page of a stage. */
export async function stagePage(stage: Stage, shown: Shown): Promise<string> {
  if (stage.kind === 'working') return workingPage(stage.work, stage.percent);
  if (stage.kind === 'failed') return failedPage(stage.work, stage.words);
  if (stage.kind === 'salvaged') return salvagedPage(stage.salvaged, stage.facts, stage.isBalanced);
  const { shop, to, aside } = shown;
  const trouble = shop.trouble();
  if (trouble === null || trouble === 'moving' || trouble === 'upgrading') return shop.troubleHtml();
  if (stage.kind === 'code') return codePage(stage.isWrong);
  if (stage.kind === 'new') return newPage();
  const goes = { to, aside: lstatSync(to, { throwIfNoEntry: false }) ? aside : null };
  if (stage.kind === 'chosen') return chosenPage(stage.chosen, goes, stage.isWrong);
  const offer = await shown.offer();
  if (stage.kind === 'backups') return listPage(offer.rows, offer.hasKeys);
  const row = stage.kind === 'ask' ? offer.rows.find(({ name }) => name === stage.name) : undefined;
  return row && stage.kind === 'ask' ? askPage(row, offer, goes, stage.typed) : shop.troubleHtml(offer);
}
