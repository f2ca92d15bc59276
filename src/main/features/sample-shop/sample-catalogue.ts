import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StaffRole } from '../../../shared/domain/rights.ts';

/** One product that can be sold; those of a `group` are the variants of one parent and carry an `option`. */
export type SampleProduct = {
  readonly key: string;
  readonly name: string;
  readonly category: string;
  readonly group?: string;
  readonly option?: string;
  readonly sku: string;
  /** EAN-13 of the in-store range 200, so that it can be no maker's code. */
  readonly barcode: string;
  readonly unit: 'piece' | 'kg';
  /** Hundredths of a euro per unit; `samplePrice` makes the shop's currency of it. */
  readonly price: number;
  readonly cost: number;
  readonly taxClass: 'standard' | 'reduced';
  /** Thousandths. What is made to order is not counted: null. */
  readonly stock: { readonly onHand: number; readonly reorderLevel: number } | null;
  /** Place among what sells, 1 for the best. */
  readonly demandRank: number;
  /** Name of its picture: `pictures/<picture>.webp`. */
  readonly picture: string;
  readonly description: string;
};

export type SampleCustomer = {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  readonly note: string;
};

/** What `resources/sample-shop/catalogue.json` holds. `colour` is the number of a category colour, 0 to 11. */
export type SampleCatalogue = {
  readonly shop: { readonly name: string; readonly address: string; readonly phone: string };
  readonly categories: readonly { readonly key: string; readonly name: string; readonly colour: number }[];
  readonly groups: readonly { readonly key: string; readonly name: string; readonly optionName: string }[];
  readonly products: readonly SampleProduct[];
  readonly customers: readonly SampleCustomer[];
  readonly staff: readonly { readonly name: string; readonly role: StaffRole }[];
  /** What a shop charges where a shop of the euro area charges 1.00: thousandths of the currency's major unit. */
  readonly priceLevels: Readonly<Record<string, number>>;
};

/** Reads the catalogue from the folder `resources/sample-shop`. It is a file of ours: a test checks all of it. */
export function readSampleCatalogue(folder: string): SampleCatalogue {
  return JSON.parse(readFileSync(join(folder, 'catalogue.json'), 'utf8')) as SampleCatalogue;
}
