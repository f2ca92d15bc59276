import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signInEverybody } from '../../../../../test/support/after-placing.ts';
import { owner, ownerPassword, type TestApp } from '../../../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../../../test/support/eventful-shop.ts';
import { november, savedPage, savedTable } from '../../../../../test/support/report-files.ts';
import { chartInput } from '../../../../../test/support/report-out-inputs.ts';
import { type ReportKey, reportKeys } from '../../../../shared/contract/reports.ts';
import { query } from '../../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await eventfulShop();
});
afterEach(() => test.close());

describe('taking a report out', () => {
  const confirm = () => test.ask('session.confirmPassword', { password: ownerPassword });
  const ways = ['reports.saveCsv', 'reports.savePdf', 'reports.savePicture'] as const;
  const inputOf = (way: (typeof ways)[number], report: ReportKey = 'sales') =>
    way === 'reports.saveCsv' ? { ...november, report } : { ...november, report, picture: chartInput };

  it('takes the right to save files and the one to see reports; paper takes the latter', async () => {
    await confirm();
    const { manager, cashier, viewer } = await signInEverybody(test);
    for (const way of ways) {
      expect(await test.refused(way, inputOf(way) as never, viewer)).toMatchObject({
        details: { needs: 'export' },
      });
      await test.ask(way, inputOf(way) as never, manager);
    }
    await test.ask('reports.print', { ...november, picture: null, rows: 9 }, viewer);
    const print = { ...november, picture: null, rows: 9 };
    expect(await test.refused('reports.print', print, cashier)).toMatchObject({ code: 'forbidden' });
    const overrides = [{ right: 'see-reports' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    for (const way of ways)
      expect(await test.refused(way, inputOf(way) as never, manager)).toEqual({
        code: 'forbidden',
        details: { needs: 'see-reports' },
      });
  });

  it('tells nothing of cost to who may not see profit', async () => {
    await confirm();
    const { manager } = await signInEverybody(test);
    const overrides = [{ right: 'see-profit' as const, granted: false }];
    await test.ask('staff.setRights', { staffId: 2, overrides, discountCeiling: null });
    for (const report of reportKeys) {
      await test.ask('reports.saveCsv', { ...november, report, compare: 'previous' }, manager);
      expect([report, savedTable(test)[0]?.join()]).not.toEqual([
        report,
        expect.stringMatching(/cost|margin|value/i),
      ]);
      await test.ask('reports.savePdf', { ...november, report, compare: 'previous', picture: null }, manager);
      const { html } = savedPage(test);
      expect(html.replaceAll('Stock value', '')).not.toMatch(
        /<bdi>(?:Cost|Unit cost|Margin|Stock value|Value of dead)/u,
      );
    }
    await test.ask('reports.saveCsv', { ...november, report: 'products' });
    expect(savedTable(test)[0]).toContain('Margin');
  });

  it('is written down once it was done, without the picture', async () => {
    for (const way of ways) await test.ask(way, inputOf(way) as never);
    await test.ask('reports.print', { ...november, picture: chartInput, rows: 9 });
    test.desktop.dismissDialogs = true;
    for (const way of ways)
      expect(await test.ask(way, inputOf(way) as never)).toMatchObject({ saved: false });
    const log = test.file.read.all(
      query
        .selectFrom('auditEntries')
        .select(['call', 'subject', 'details'])
        .where('call', 'like', 'reports.%'),
    );
    expect(log.map(({ call }) => call)).toEqual([...ways, 'reports.print']);
    for (const { subject, details } of log) {
      expect(subject).toBe('report sales');
      expect(details).not.toContain(chartInput.slice(0, 40));
    }
    expect(JSON.parse(log[0]?.details ?? '')).toMatchObject({
      rows: 30,
      fileName: 'Sales 2026-11-01 to 2026-11-30.csv',
    });
  });

  it('stops in the middle when it is told to, and keeps no file', async () => {
    for (const way of [...ways.slice(0, 2), 'reports.print'] as const) {
      const stopped = new Promise<void>((resolve) => {
        const off = test.app.onChange((change) => {
          if (change.kind !== 'progress') return;
          off();
          void test.ask('reports.cancelOut', {}).then(() => resolve());
        });
      });
      const input =
        way === 'reports.print' ? { ...november, picture: null, rows: 9 } : inputOf(way, 'stock-movements');
      expect((await test.refused(way, input as never)).code).toBe('cancelled');
      await stopped;
    }
    expect(test.desktop.saved).toEqual([]);
    expect(test.desktop.printed).toHaveLength(1);
    expect(await test.ask('reports.saveCsv', november)).toMatchObject({ saved: true });
  });

  it('says in plain words why a file could not be written', async () => {
    const trouble = (code: string) =>
      Object.assign(new Error(`${code}: something, write '/secret/x.part'`), { code });
    for (const [code, refusal] of [
      ['ENOSPC', 'save-no-room'],
      ['EACCES', 'save-not-allowed'],
      ['EROFS', 'save-not-allowed'],
      ['ENOENT', 'save-place-gone'],
      ['EIO', 'save-failed'],
    ] as const) {
      test.desktop.saveTrouble = trouble(code);
      for (const way of ways) expect((await test.refused(way, inputOf(way) as never)).code).toBe(refusal);
    }
    expect(test.desktop.saved).toEqual([]);
  });

  it('refuses the ranges that the report itself refuses', async () => {
    const upside = { ...november, from: november.to, to: november.from };
    for (const way of ['reports.saveCsv', 'reports.savePdf'] as const)
      expect((await test.refused(way, { ...inputOf(way), ...upside } as never, owner)).code).toBe(
        'range-upside-down',
      );
    expect(test.desktop.saved).toEqual([]);
  });
});
