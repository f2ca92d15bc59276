import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { Input } from '../../../shared/contract/index.ts';
import { calendarDate } from '../../../shared/domain/calendar.ts';
import { query } from '../../database/query.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(() => test.close());

const some: Extract<Input<'backups.exportCsv'>, { what: 'some' }> = {
  ...{ what: 'some', tables: ['orders'], from: null, to: null },
};
const details = () =>
  test.file.read
    .all(query.selectFrom('auditEntries').select('details').where('call', '=', 'backups.exportCsv'))
    .map((entry) => String(entry.details));

it('names the file by what is in it, and notes what was saved', async () => {
  expect(await test.ask('backups.exportCsv', { what: 'all' })).toEqual({
    ...{ saved: true, fileName: 'Shop 2026-11-22.zip', rows: 3, bytes: 4 },
  });
  expect(await test.ask('backups.exportCsv', some)).toMatchObject({ fileName: 'Orders 2026-11-22.csv' });
  expect(await test.ask('backups.exportCsv', { ...some, tables: ['orders', 'returns'] })).toMatchObject({
    fileName: 'Tables of the shop 2026-11-22.zip',
  });
  expect(test.desktop.saved.map(({ bytes }) => new TextDecoder().decode(bytes as Uint8Array))).toEqual([
    'rows',
    'rows',
    'rows',
  ]);
  expect(details()).toHaveLength(3);
  expect(details()[2]).toContain('returns');
});

it('makes nothing and notes nothing where the person thought better of it', async () => {
  test.desktop.dismissDialogs = true;
  expect(await test.ask('backups.exportCsv', some)).toMatchObject({ saved: false, rows: 0 });
  expect(test.desktop.backups.asked).toEqual([]);
  expect(details()).toEqual([]);
});

it('takes days in their order, open-ended or not', async () => {
  const [from, to] = [calendarDate(20_261_101), calendarDate(20_261_122)];
  expect(await test.ask('backups.exportCsv', { ...some, from })).toMatchObject({ saved: true });
  expect(await test.refused('backups.exportCsv', { ...some, from: to, to: from })).toMatchObject({
    code: 'range-upside-down',
  });
});

it('says why the file was not saved', async () => {
  test.desktop.saveTrouble = Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' });
  expect(await test.refused('backups.exportCsv', some)).toMatchObject({ code: 'no-room' });
  test.desktop.saveTrouble = new AppError('backup-failed', { reason: 'the disk is gone' });
  expect(await test.refused('backups.exportCsv', some)).toMatchObject({
    ...{ code: 'save-failed', details: { reason: 'the disk is gone' } },
  });
  test.desktop.saveTrouble = new AppError('backup-running');
  expect(await test.refused('backups.exportCsv', some)).toMatchObject({ code: 'backup-running' });
});

it('lists the tables, and sets how often it is done by itself', async () => {
  const tables = await test.ask('backups.csvTables', {});
  expect(tables).toContainEqual({ table: 'orders', hasDays: true });
  expect(tables).toContainEqual({ table: 'products', hasDays: false });
  expect(tables.map(({ table }) => table)).not.toContain('staff');
  await test.ask('backups.setSettings', { csv: 'weekly' });
  expect(test.desktop.backups.asked).toEqual(['csv weekly']);
});
