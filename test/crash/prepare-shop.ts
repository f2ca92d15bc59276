import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addProduct } from '../support/builders.ts';
import { createOpenShop } from '../support/create-test-app.ts';

/** A closed shop file with twelve products, in a folder of its own. */
export async function prepareShop(): Promise<string> {
  const test = await createOpenShop({}, { keep: true });
  for (let count = 1; count <= 12; count += 1) {
    addProduct(test, {
      name: `Product ${count}`,
      sku: `P-${count}`,
      price: 99 + 37 * count,
      cost: 50,
      stock: 1000,
    });
  }
  await test.close();
  return test.folder;
}

/** Runs `work` on a copy of a folder and takes the copy away. */
export async function onCopy<T>(folder: string, work: (copy: string) => Promise<T> | T): Promise<T> {
  const copy = mkdtempSync(join(tmpdir(), 'orderlla-crash-'));
  try {
    cpSync(folder, copy, { recursive: true });
    return await work(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
