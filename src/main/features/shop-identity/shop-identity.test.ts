import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { counterSale, line } from '../../../../test/support/builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { browserPictures, pngFile } from '../../../../test/support/pictures.ts';
import { query } from '../../database/query.ts';
import { findPicture } from '../../shell/find-picture.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const shop = async () => (await test.ask('setup.state', {})).shop;
const audited = (call: string) =>
  test.file.read
    .all(query.selectFrom('auditEntries').select('details').where('call', '=', call))
    .map(({ details }) => JSON.parse(details));

async function upload(bytes: Uint8Array): Promise<string> {
  const uploadId = 'logo-upload';
  for (let offset = 0; offset < bytes.length; offset += 500) {
    const data = Buffer.from(bytes.subarray(offset, offset + 500)).toString('base64');
    await test.ask('shop.uploadLogo', { uploadId, offset, data });
  }
  return uploadId;
}

describe('the logo', () => {
  it('is kept byte for byte, shown on receipts and invoices, replaced and taken away', async () => {
    const uploadId = await upload(browserPictures.webp);
    const { pictureId } = await test.ask('shop.setLogo', { uploadId });
    expect((await shop())?.logoPictureId).toBe(pictureId);
    const kept = findPicture(test.file.read, pictureId ?? 0);
    expect(Buffer.from(kept?.bytes ?? []).equals(browserPictures.webp)).toBe(true);

    const sale = counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })]);
    const { orderId } = await test.ask('orders.place', sale);
    const html = () => test.desktop.printed.at(-1)?.document.html ?? '';
    const logo = `<img class="logo" src="app://img/${pictureId}" alt="">`;
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(html()).toContain(logo);
    await test.ask('shop.update', { receiptShowsLogo: false });
    await test.ask('documents.printReceipt', { orderId, paper: null });
    expect(html()).not.toContain('<img');
    await test.ask('documents.print', { kind: 'invoice', orderId });
    expect(html()).toContain(logo);

    await upload(pngFile());
    const { pictureId: other } = await test.ask('shop.setLogo', { uploadId });
    expect(other).not.toBe(null);
    expect(test.file.read.all(query.selectFrom('pictures').select('id'))).toEqual([{ id: other }]);
    await test.ask('shop.setLogo', { uploadId: null });
    expect((await shop())?.logoPictureId).toBeNull();
    expect(test.file.read.all(query.selectFrom('pictures').select('id'))).toEqual([]);
    expect(audited('shop.setLogo').at(-1)).toMatchObject({
      before: { logoPictureId: other },
      after: { logoPictureId: null },
    });
    expect((await test.refused('shop.setLogo', { uploadId: null })).code).toBe('nothing-changed');
  });

  it.each([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'picture-not-supported'],
    ['half a picture', browserPictures.jpeg.subarray(0, 700), 'picture-damaged'],
    ['something behind a picture', Buffer.concat([pngFile(), Buffer.from('<script>')]), 'picture-damaged'],
    ['a picture too wide', pngFile({ width: 1025, height: 1 }), 'picture-too-large'],
  ])('is never %s', async (_name, bytes, code) => {
    const uploadId = await upload(bytes);
    expect((await test.refused('shop.setLogo', { uploadId })).code).toBe(code);
    expect((await shop())?.logoPictureId).toBeNull();
  });

  it('stays while the catalogue drops a picture of its own', async () => {
    const uploadId = await upload(pngFile());
    const { pictureId } = await test.ask('shop.setLogo', { uploadId });
    test.file.transaction((db) =>
      db.run(
        query.insertInto('categories').values({
          ...{ parentId: null, name: 'Cups', colour: 1, position: 0, oversell: null, archivedAt: null },
          pictureId,
        }),
      ),
    );
    await test.ask('catalog.setPicture', { of: 'category', id: 1, uploadId: null });
    expect(findPicture(test.file.read, pictureId ?? 0)).not.toBeNull();
  });
});

describe('who the shop is', () => {
  it('stands at the top of its papers, with its number at the tax office by its country’s name', async () => {
    await test.ask('shop.update', {
      legalName: 'Corner Trading Ltd',
      email: 'hello@corner.example',
      website: 'corner.example',
      taxNumber: 'GB 123 4567 89',
      receiptHeader: 'Open every day',
    });
    await test.ask('shop.printExample', { document: 'receipt', paper: '58mm' });
    const [{ document } = { document: { html: '', paper: '' } }] = test.desktop.printed;
    expect(document.paper).toBe('58mm');
    const lines = [...document.html.matchAll(/<header>(.*?)<\/header>/gs)][0]?.[1] ?? '';
    expect([...lines.matchAll(/<bdi>(.*?)<\/bdi>/g)].map(([, words]) => words)).toEqual([
      'Corner Shop',
      'Corner Trading Ltd',
      '1 High Street',
      'London',
      '555-0100',
      'hello@corner.example',
      'corner.example',
      'VAT no. GB 123 4567 89',
      'Open every day',
    ]);
    await test.ask('shop.setPlace', { country: 'IN' });
    await test.ask('shop.printExample', { document: 'invoice', paper: 'a4' });
    expect(test.desktop.printed.at(-1)?.document.html).toContain('GSTIN GB 123 4567 89');
  });

  it('refuses an e-mail address that is none', async () => {
    expect((await test.refused('shop.update', { email: 'corner.example' })).code).toBe('invalid-input');
    await test.ask('shop.update', { email: '' });
  });

  it('turns papers round where the shop wants them read so', async () => {
    const direction = () => /dir="(\w+)"/.exec(test.desktop.printed.at(-1)?.document.html ?? '')?.[1];
    await test.ask('shop.printExample', { document: 'receipt', paper: '80mm' });
    expect(direction()).toBe('ltr');
    await test.ask('shop.update', { paperDirection: 'rtl' });
    await test.ask('shop.printExample', { document: 'receipt', paper: '80mm' });
    expect(direction()).toBe('rtl');
  });
});

describe('an example', () => {
  it('uses up no number, and its code opens no order', async () => {
    await test.ask('shop.printExample', { document: 'invoice', paper: 'a4' });
    const html = test.desktop.printed.at(-1)?.document.html ?? '';
    expect(html).toContain('Invoice 1');
    expect(html).toContain('Example, not a sale');
    expect(test.file.read.all(query.selectFrom('invoices').select('number'))).toEqual([]);
    expect(test.file.read.all(query.selectFrom('orders').select('id'))).toEqual([]);
  });

  it('says when the printer did not take it', async () => {
    test.desktop.printerTrouble = 'Out of paper';
    const example = { document: 'receipt', paper: '80mm' } as const;
    expect((await test.refused('shop.printExample', example)).code).toBe('print-failed');
  });
});

describe('shop.setPlace', () => {
  it('moves the shop to another zone while both have the same date, and keeps every day', async () => {
    const { orderId } = await test.ask(
      'orders.place',
      counterSale([line(null, 1, 350, { name: 'Cup', taxClassId: 1 })]),
    );
    await test.ask('shop.setPlace', { country: 'FR', locale: 'fr-FR', timeZone: 'Europe/Paris' });
    expect(await shop()).toMatchObject({ country: 'FR', locale: 'fr-FR', timeZone: 'Europe/Paris' });
    expect((await test.ask('orders.get', { orderId })).businessDate).toBe(20261122);
    expect(audited('shop.setPlace')).toMatchObject([
      { before: { timeZone: 'Europe/London' }, after: { timeZone: 'Europe/Paris' } },
    ]);
  });

  it('refuses a zone where another date is now, and one that nobody knows', async () => {
    // 11:30 in London is past midnight in Kiritimati.
    expect(await test.refused('shop.setPlace', { timeZone: 'Pacific/Kiritimati' })).toEqual({
      code: 'zone-would-change-day',
      details: { from: 20261122, to: 20261123 },
    });
    expect((await test.refused('shop.setPlace', { timeZone: 'Europe/Nowhere' })).code).toBe(
      'unknown-time-zone',
    );
    expect((await shop())?.timeZone).toBe('Europe/London');
    test.now -= 2 * 3_600_000;
    await test.ask('shop.setPlace', { timeZone: 'Pacific/Kiritimati' });
  });

  it('never overwrites what somebody else changed meanwhile', async () => {
    await test.ask('shop.setPlace', { locale: 'en-IE' });
    const mine = { locale: 'fr-FR', seen: { locale: 'en-GB' } };
    expect((await test.refused('shop.setPlace', mine)).code).toBe('changed-meanwhile');
    expect((await shop())?.locale).toBe('en-IE');
  });
});
