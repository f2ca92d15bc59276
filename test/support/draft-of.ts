import { finishSteps } from '../../src/main/features/csv/steps.ts';
import type { CatalogDraft, DraftProduct } from '../../src/main/features/import/catalog-draft.ts';
import {
  buildDraftSteps,
  type CatalogFile,
  type DraftChoices,
  openCatalogSteps,
} from '../../src/main/features/import/read-catalog.ts';
import { calendarDate } from '../../src/shared/domain/calendar.ts';

/** A catalogue file opened at once. */
export function openCatalog(content: string | Uint8Array): CatalogFile {
  return finishSteps(openCatalogSteps(typeof content === 'string' ? Buffer.from(content) : content));
}

/** What a catalogue file becomes in a shop with two decimals on 22 November 2026. */
export function draftOf(content: string | Uint8Array, choices: Partial<DraftChoices> = {}): CatalogDraft {
  const all = { exponent: 2, today: calendarDate(20261122), ...choices };
  return finishSteps(buildDraftSteps(openCatalog(content), all));
}

/** The products that can be sold. */
export function sellable(draft: CatalogDraft): readonly DraftProduct[] {
  return draft.products.filter((product) => product.kind !== 'parent');
}

/** "line code" of each problem. */
export function problemsOf(draft: CatalogDraft): readonly string[] {
  return draft.problems.map((problem) => `${problem.line} ${problem.code}`);
}
