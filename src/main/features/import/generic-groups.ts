import { excerpt } from '../csv/row-problem.ts';
import { itemsPerStep, type Steps, visitSteps } from '../csv/steps.ts';
import { blankProduct, type DraftProduct } from './catalog-draft.ts';
import type { TableRow } from './catalog-table.ts';
import type { GenericReader } from './generic-cells.ts';

/** A row with what it says about its product, and what stands in its parent or group column. */
export type GroupedRow = { readonly row: TableRow; readonly group: string; readonly product: DraftProduct };

/**
 * Turns rows into sold products. Rows that share a group are variants. Their parent is the row that the
 * group names by SKU, id or name, if there is one; else a parent is made from what the rows have in common.
 * A group of one row is a product of its own. Yields rows done.
 */
export function* groupVariantsSteps(
  rows: readonly GroupedRow[],
  reader: GenericReader,
): Steps<readonly DraftProduct[]> {
  const groups = new Map<string, GroupedRow[]>();
  yield* visitSteps(rows, (entry) => {
    if (entry.group === '') return;
    const key = entry.group.toLowerCase();
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [entry]);
    else members.push(entry);
  });
  const parents = yield* findParents(rows, groups);
  const parentRows = new Set([...parents.values()]);
  const done = new Set<string>();
  const products: DraftProduct[] = [];
  let visited = 0;
  for (const entry of rows) {
    visited += 1;
    if (visited % itemsPerStep === 0) yield visited;
    const key = groupsLedBy(entry, parents)[0] ?? entry.group.toLowerCase();
    if (key === '') {
      const single = sold(entry, reader);
      if (single !== null) products.push(single);
      continue;
    }
    if (done.has(key)) continue;
    done.add(key);
    const lead = parents.get(key) ?? null;
    // One row may lead two groups, named by its SKU here and by its name there: they are one product.
    const keys = lead === null ? [key] : groupsLedBy(lead, parents);
    for (const other of keys) done.add(other);
    const members = keys
      .flatMap((other) => groups.get(other) ?? [])
      .filter((member) => member !== lead && !parentRows.has(member));
    for (const product of yield* productsOfGroup(key, lead, members, reader, visited)) products.push(product);
  }
  return products;
}

/** The row that each group names: its SKU, id or name equals the group, and it is in no other group. */
function* findParents(
  rows: readonly GroupedRow[],
  groups: ReadonlyMap<string, readonly GroupedRow[]>,
): Steps<ReadonlyMap<string, GroupedRow>> {
  const parents = new Map<string, GroupedRow>();
  if (groups.size === 0) return parents;
  yield* visitSteps(rows, (entry) => {
    for (const name of namesOf(entry.product)) {
      const isOwn = entry.group === '' || entry.group.toLowerCase() === name;
      if (isOwn && groups.has(name) && !parents.has(name)) parents.set(name, entry);
    }
  });
  // A group whose own row is one of several equal names ("T-shirt" three times) has no parent row.
  yield* visitSteps(parents, ([name, entry]) => {
    const isMember = entry.group.toLowerCase() === name;
    const isNamedByCode =
      entry.product.sku?.toLowerCase() === name || entry.product.externalKey === `list:${name}`;
    if (isMember && !isNamedByCode) parents.delete(name);
  });
  return parents;
}

function namesOf(product: DraftProduct): readonly string[] {
  const id = product.externalKey?.slice('list:'.length);
  return [product.sku, id, product.name].flatMap((name) => (name ? [name.toLowerCase()] : []));
}

function groupsLedBy(entry: GroupedRow, parents: ReadonlyMap<string, GroupedRow>): readonly string[] {
  return [...new Set(namesOf(entry.product))].filter((name) => parents.get(name) === entry);
}

function* productsOfGroup(
  key: string,
  lead: GroupedRow | null,
  members: readonly GroupedRow[],
  reader: GenericReader,
  before: number,
): Steps<readonly DraftProduct[]> {
  const [first] = members;
  if (lead === null && members.length === 1 && first !== undefined) {
    const single = sold(first, reader);
    return single === null ? [] : [single];
  }
  if (first === undefined) {
    const single = lead === null ? null : sold(lead, reader);
    return single === null ? [] : [single];
  }
  const parent =
    lead === null
      ? yield* sharedParent(key, members, before)
      : {
          ...lead.product,
          kind: 'parent' as const,
          externalKey: lead.product.externalKey ?? `list:group:${key}`,
          options: [],
        };
  const variants: DraftProduct[] = [];
  const seen = new Map<string, number>();
  const add = (member: GroupedRow) => {
    const label = labelOf(member.product, parent, seen.size + 1);
    const earlier = seen.get(label.toLowerCase());
    if (earlier !== undefined) {
      reader.fail(member.row, 'variant-repeated', { variant: excerpt(label), first: earlier });
      return;
    }
    seen.set(label.toLowerCase(), member.row.line);
    const variant = sold(
      { ...member, product: { ...member.product, name: parent.name ?? member.product.name } },
      reader,
    );
    if (variant === null) return;
    variants.push({
      ...variant,
      kind: 'variant',
      parentKey: parent.key,
      variantLabel: label,
      categoryPath: variant.categoryPath.length > 0 ? variant.categoryPath : parent.categoryPath,
      taxable: variant.taxable ?? parent.taxable,
      taxClassName: variant.taxClassName ?? parent.taxClassName,
      unit: variant.unit ?? parent.unit,
      pictureSource: variant.pictureSource ?? parent.pictureSource,
      state: variant.state ?? parent.state,
    });
  };
  yield* visitSteps(members, add, before);
  // A parent row of its own stays, so that the last check can say why it is left out.
  return variants.length === 0 && lead === null ? [] : [parent, ...variants];
}

/** The product as it is sold, null when it has no name or no price (reported). */
function sold({ row, product }: GroupedRow, reader: GenericReader): DraftProduct | null {
  if (product.name === null && reader.has('name')) {
    reader.fail(row, 'name-missing');
    return null;
  }
  const price = reader.price(row, 'price');
  if (price === 'bad') return null;
  if (price === 'blank' && reader.has('price')) {
    reader.fail(row, 'price-missing');
    return null;
  }
  const compareAt = reader.amount(row, 'compareAtPrice');
  const isHigher = compareAt !== null && price !== 'blank' && compareAt > price;
  return { ...product, price: price === 'blank' ? null : price, compareAtPrice: isHigher ? compareAt : null };
}

/** A parent for rows that only share a group: the beginning their names share, and what they agree on. */
function* sharedParent(key: string, members: readonly GroupedRow[], before: number): Steps<DraftProduct> {
  const products = members.map((member) => member.product);
  const first = products[0];
  const agreed = new Set(['description', 'categoryPath', 'state'] as const);
  yield* visitSteps(
    products,
    (product) => {
      for (const field of agreed) {
        if (JSON.stringify(product[field]) !== JSON.stringify(first?.[field])) agreed.delete(field);
      }
    },
    before,
  );
  const names = products.flatMap((product) => (product.name === null ? [] : [product.name]));
  const shared = sharedStart(names);
  const name = shared.length >= 3 ? shared : (members[0]?.group ?? key);
  return {
    ...blankProduct(
      `group:${key}`,
      members.map((member) => member.row.line),
    ),
    kind: 'parent',
    externalKey: `list:group:${key}`,
    name,
    description: agreed.has('description') ? (first?.description ?? null) : null,
    categoryPath: agreed.has('categoryPath') ? (first?.categoryPath ?? []) : [],
    pictureSource: products.find((product) => product.pictureSource !== null)?.pictureSource ?? null,
    state: agreed.has('state') ? (first?.state ?? null) : null,
  };
}

/** The whole words with which all names begin. */
function sharedStart(names: readonly string[]): string {
  const [first = '', ...others] = names;
  let length = first.length;
  for (const name of others) {
    let same = 0;
    while (same < length && first.charAt(same) === name.charAt(same)) same += 1;
    length = same;
  }
  const isWhole = names.every((name) => name.length === length || !/[\p{L}\p{N}]/u.test(name.charAt(length)));
  const start = isWhole ? first.slice(0, length) : withoutHalfWord(first.slice(0, length));
  let end = start.length;
  while (end > 0 && /[\s\-–—:,/(|]/.test(start.charAt(end - 1))) end -= 1;
  return start.slice(0, end);
}

function withoutHalfWord(text: string): string {
  const characters = Array.from(text);
  while (/[\p{L}\p{N}]/u.test(characters.at(-1) ?? '')) characters.pop();
  return characters.join('');
}

function labelOf(product: DraftProduct, parent: DraftProduct, number: number): string {
  const values = product.options.map((option) => option.value).join(' / ');
  if (values !== '') return values;
  const name = product.name ?? '';
  const rest = parent.name !== null && name.startsWith(parent.name) ? name.slice(parent.name.length) : name;
  return (
    rest.replace(/^[\s\-–—:,/(|]+/, '').replace(/\)$/, '') ||
    (product.sku ?? product.barcodes[0] ?? String(number))
  );
}
