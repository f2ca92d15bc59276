import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProduct } from '../../../../test/support/builders.ts';
import { addCategory, change } from '../../../../test/support/catalog-builders.ts';
import { checkShop } from '../../../../test/support/check-shop.ts';
import { createOpenShop, owner, type TestApp } from '../../../../test/support/create-test-app.ts';
import { browserPictures, pngFile } from '../../../../test/support/pictures.ts';
import { findPicture } from '../../shell/find-picture.ts';

let test: TestApp;
beforeEach(async () => {
  test = await createOpenShop();
});
afterEach(async () => {
  expect(checkShop(test.file.read, Buffer.alloc(32, 2))).toEqual([]);
  await test.close();
});

const uploadId = 'picture-1';

/** Sends bytes in pieces, as the window does. */
async function upload(bytes: Uint8Array, pieceSize = 400): Promise<void> {
  for (let offset = 0; offset < bytes.length; offset += pieceSize) {
    const data = Buffer.from(bytes.subarray(offset, offset + pieceSize)).toString('base64');
    await test.ask('catalog.uploadPicture', { uploadId, offset, data });
  }
}

const set = (of: 'product' | 'category', id: number, from: string | null = uploadId) =>
  test.ask('catalog.setPicture', { of, id, uploadId: from });
const refusedSet = async (id: number, from: string | null = uploadId) =>
  (await test.refused('catalog.setPicture', { of: 'product', id, uploadId: from })).code;
const kept = () => test.file.read.all(sql<{ id: number }>`SELECT id FROM pictures`).map(({ id }) => id);

describe('catalog.setPicture', () => {
  it.each([
    ['image/jpeg', browserPictures.jpeg],
    ['image/webp', browserPictures.webp],
    ['image/png', pngFile()],
  ])('keeps a %s byte for byte and serves it by its id', async (mime, bytes) => {
    const productId = addProduct(test);
    await upload(bytes);
    const { pictureId } = await set('product', productId);
    const served = findPicture(test.file.read, pictureId ?? 0);
    expect(served?.mime).toBe(mime);
    expect(Buffer.from(served?.bytes ?? []).equals(bytes)).toBe(true);
    expect((await test.ask('catalog.product', { productId })).pictureId).toBe(pictureId);
  });

  it('drops the picture before, unless something else shows it', async () => {
    const [first, second] = [addProduct(test), addProduct(test)];
    const categoryId = addCategory(test, { name: 'Cups' });
    await upload(browserPictures.jpeg);
    const { pictureId: old } = await set('product', first);
    await set('product', first);
    expect(kept()).not.toContain(old);
    const shared = kept()[0] ?? 0;
    change(test, `UPDATE products SET pictureId = ${shared} WHERE id = ${second}`);
    await set('product', first, null);
    expect(kept()).toEqual([shared]);
    await set('category', categoryId);
    expect((await test.ask('catalog.allCategories', {}))[0]?.pictureId).toBe(kept()[1]);
    await set('category', categoryId, null);
    await set('product', second, null);
    expect(kept()).toEqual([]);
    expect(await refusedSet(second, null)).toBe('nothing-changed');
  });

  it.each([
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      'picture-not-supported',
    ],
    ['a picture cut short', browserPictures.jpeg.subarray(0, 700), 'picture-damaged'],
    [
      'a picture with something behind it',
      Buffer.concat([pngFile(), Buffer.from('<script>')]),
      'picture-damaged',
    ],
    ['a picture too wide', pngFile({ width: 1025, height: 1 }), 'picture-too-large'],
  ])('refuses %s and keeps nothing of it', async (_name, bytes, code) => {
    const productId = addProduct(test);
    await upload(bytes);
    expect(await refusedSet(productId)).toBe(code);
    expect(kept()).toEqual([]);
  });

  it('refuses what is not there', async () => {
    const productId = addProduct(test);
    expect(await refusedSet(productId)).toBe('upload-gone');
    await upload(browserPictures.jpeg);
    expect(await refusedSet(99)).toBe('not-found');
    const signedIn = { kind: 'window', windowId: 2 } as const;
    await test.ask('session.signIn', { staffId: 1, password: 'larch-otter-7-lantern' }, signedIn);
    const stolen = { of: 'product' as const, id: productId, uploadId };
    expect((await test.refused('catalog.setPicture', stolen, signedIn)).code).toBe('upload-gone');
  });
});

describe('catalog.uploadPicture', () => {
  it('refuses pieces out of turn, and more than a MiB before it is all there', async () => {
    const piece = (offset: number, size: number) => ({
      ...{ uploadId, offset },
      data: Buffer.alloc(size).toString('base64'),
    });
    expect((await test.refused('catalog.uploadPicture', piece(5, 5))).code).toBe('upload-out-of-order');
    await test.ask('catalog.uploadPicture', piece(0, 1024 * 1024), owner);
    expect((await test.refused('catalog.uploadPicture', piece(5, 5))).code).toBe('upload-out-of-order');
    expect((await test.refused('catalog.uploadPicture', piece(1024 * 1024, 1))).code).toBe(
      'picture-too-large',
    );
    // Nothing of it stays.
    expect((await test.refused('catalog.uploadPicture', piece(1024 * 1024, 1))).code).toBe(
      'upload-out-of-order',
    );
  });
});
