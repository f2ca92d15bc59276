import { describe, expect, it } from 'vitest';
import { draftOf } from '../../../../test/support/draft-of.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { runInSlices } from '../csv/steps.ts';
import { buildDraftSteps, openCatalogSteps } from './read-catalog.ts';

const rows = 20_000;
const text = `Name,SKU,Price,Stock\n${Array.from({ length: rows }, (_, index) => `Product ${index},S-${index},${index % 90}.50,${index % 7}`).join('\n')}\n`;
const choices = { exponent: 2, today: calendarDate(20261122) };

describe('a long file beside a till that is selling', () => {
  it('is read in slices of at most some hundred rows, with progress, as it is read at once', async () => {
    const opening: number[] = [];
    const building: number[] = [];
    const file = await runInSlices(openCatalogSteps(Buffer.from(text)), {
      onProgress: (done) => opening.push(done),
    });
    const draft = await runInSlices(buildDraftSteps(file, choices), {
      onProgress: (done) => building.push(done),
    });
    expect(opening.length).toBeGreaterThanOrEqual((2 * rows) / 250);
    expect(building.length).toBeGreaterThanOrEqual((2 * rows) / 250);
    expect(draft.products).toHaveLength(rows);
    expect(draft).toEqual(draftOf(text));
  });

  it('is read in more slices where rows are wide or long, so that none of them holds it up', () => {
    const slicesOf = (content: string): number => {
      let slices = 0;
      const steps = openCatalogSteps(Buffer.from(content));
      for (let step = steps.next(); !step.done; step = steps.next()) slices += 1;
      return slices;
    };
    const table = (columns: number, lines: number, cell: string) =>
      Array.from({ length: lines }, () => Array(columns).fill(cell).join(',')).join('\n');
    const usual = slicesOf(table(10, 20, 'tea'));
    // A thousand columns are looked at one by one, and ten such rows are a step.
    expect(slicesOf(table(1_000, 20, 'tea'))).toBeGreaterThanOrEqual(usual + 990 + 2);
    // So is a row of a quarter of a million characters, in however many cells.
    expect(slicesOf(table(10, 20, 'x'.repeat(30_000)))).toBeGreaterThanOrEqual(usual + 2 * 19);
  });

  it('stops between two slices', async () => {
    const stop = new AbortController();
    let slices = 0;
    const onProgress = () => {
      slices += 1;
      if (slices === 5) stop.abort(new Error('stopped by a person'));
    };
    const running = runInSlices(openCatalogSteps(Buffer.from(text)), { signal: stop.signal, onProgress });
    await expect(running).rejects.toThrow('stopped by a person');
    expect(slices).toBe(5);
  });
});
