import type { Unit } from '../../../shared/domain/unit.ts';
import { excerpt } from '../csv/row-problem.ts';
import type { DraftProduct } from './catalog-draft.ts';
import type { TableRow } from './catalog-table.ts';
import type { CellReader } from './cell-reader.ts';
import { readCategoryPath, readFlag } from './cell-text.ts';
import type { ImportField } from './field-names.ts';
import { plainHeader } from './header.ts';

export type GenericReader = CellReader<ImportField>;

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s*,\s*/));

const unitWords: readonly (readonly [Unit, ReadonlySet<string>])[] = [
  [
    'piece',
    words(
      'piece, pieces, pc, pcs, pce, each, ea, unit, units, item, u, un, no, nos, count, ct, qty, stk, stuck, st, pza, pz, pieza, ' +
        'unidad, ud, uds, pezzo, peca, stuks, szt, ks, adet, шт, 個, 个, 件, pack, box, bottle, pair, set, can, bag',
    ),
  ],
  [
    'kg',
    words(
      'kg, kgs, kilo, kilos, kilogram, kilograms, kilogramm, kilogramme, kilogramo, chilo, кг, 公斤, per kg',
    ),
  ],
  ['g', words('g, gr, gm, gms, gram, grams, gramm, gramme, grammes, gramo, гр, г')],
  ['l', words('l, lt, ltr, liter, liters, litre, litres, litro, litros, litr, л')],
  ['m', words('m, mt, mtr, meter, meters, metre, metres, metro, metros, lfm, м')],
  [
    'hour',
    words(
      'h, hr, hrs, hour, hours, std, stunde, stunden, heure, heures, hora, horas, ora, ore, uur, godzina',
    ),
  ],
];

/** The unit a product is sold in; one that the till does not know counts as pieces, with a note. */
export function readUnit(row: TableRow, reader: GenericReader): Unit | null {
  const text = reader.text(row, 'unit');
  if (text === '') return null;
  const plain = plainHeader(text);
  const found = unitWords.find(([, names]) => names.has(plain));
  if (found !== undefined) return found[0];
  reader.note(row, 'unit-unknown', { unit: excerpt(text) });
  return 'piece';
}

const activeWords = words(
  'active, aktiv, actif, activo, ativo, attivo, actief, enabled, published, visible, live, available, in stock, for sale',
);
const draftWords = words('draft, entwurf, brouillon, borrador, bozza, rascunho, concept, pending');
const archivedWords = words(
  'archived, archive, inactive, inaktiv, inactif, inactivo, inativo, disabled, discontinued, deleted, hidden, archiviert, archivado, ' +
    'obsolete, eol, out of stock',
);

export function readGenericState(row: TableRow, reader: GenericReader): DraftProduct['state'] {
  const text = reader.text(row, 'state');
  if (text === '') return null;
  const plain = plainHeader(text);
  if (activeWords.has(plain) || readFlag(text) === true) return 'active';
  if (draftWords.has(plain)) return 'draft';
  if (archivedWords.has(plain) || readFlag(text) === false) return 'archived';
  reader.note(row, 'state-unknown', { state: excerpt(text) });
  return 'active';
}

const untaxedWords = words(
  'none, exempt, tax exempt, exempted, not taxable, no tax, untaxed, steuerfrei, exonere, exento, esente, isento',
);
const taxedWords = words('taxable, taxed, standard, default');

/** "no" and "exempt" take tax away, "yes" and "standard" are the shop's default, anything else names a class. */
export function readGenericTax(
  row: TableRow,
  reader: GenericReader,
): Pick<DraftProduct, 'taxable' | 'taxClassName'> {
  const text = reader.text(row, 'taxClass');
  const plain = plainHeader(text);
  if (text === '') return { taxable: null, taxClassName: null };
  if (untaxedWords.has(plain) || readFlag(text) === false) return { taxable: false, taxClassName: null };
  if (taxedWords.has(plain) || readFlag(text) === true) return { taxable: true, taxClassName: null };
  return { taxable: true, taxClassName: text };
}

/** Stock is counted where the list has a quantity; "unlimited" says that it is not. */
export function readGenericStock(
  row: TableRow,
  reader: GenericReader,
): Pick<DraftProduct, 'tracked' | 'stock'> {
  const text = reader.text(row, 'stock');
  if (text === '') return { tracked: null, stock: null };
  if (/^(?:unlimited|unbegrenzt|illimite|illimité|ilimitado|illimitato|infinite|∞)$/i.test(text)) {
    return { tracked: false, stock: null };
  }
  const stock = reader.quantity(row, 'stock');
  return { tracked: stock === null ? null : true, stock };
}

export function readGenericCategory(row: TableRow, reader: GenericReader): readonly string[] {
  return [
    ...readCategoryPath(reader.text(row, 'category')),
    ...readCategoryPath(reader.text(row, 'subcategory')),
  ];
}
