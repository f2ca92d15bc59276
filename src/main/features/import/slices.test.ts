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
