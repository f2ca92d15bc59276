import { applicationId } from '../migrate.ts';
import { fileHeader } from './salvage-page.ts';
import type { FilePages } from './salvage-pages.ts';
import { type KnownSchema, schemaShape, type TreeShape } from './salvage-shapes.ts';
import { isOf, noClaims, type PageClaims, readTreePage, walkTree } from './salvage-walk.ts';

/** What a file says of itself, as far as it can be read. */
export type FileLayout = {
  readonly schema: KnownSchema;
  /** Where each tree begins; those that are not here may be anywhere, or nowhere where `isSchemaWhole`. */
  readonly roots: ReadonlyMap<string, number>;
  readonly isSchemaWhole: boolean;
  /** Pages whose rows were deleted. */
  readonly free: readonly number[];
  /** False where not all of those are known. */
  readonly isFreeKnown: boolean;
};

const title = Buffer.from('SQLite format 3\0', 'latin1');

/** Finds out how a file is laid out: from its first pages, or from what is left of them, or as this version lays it out. */
export function readLayout(pages: FilePages, known: readonly KnownSchema[]): FileLayout {
  const head = Buffer.from(pages.read(1)?.subarray(0, fileHeader) ?? Buffer.alloc(fileHeader));
  const isHeadWhole = head.subarray(0, 16).equals(title) && head.readUInt32BE(68) === applicationId;
  const { names, isWhole } = listedTrees(pages);
  const said = isHeadWhole ? known[head.readUInt32BE(60) - 1] : undefined;
  const schema = said ?? likeliest(known, names);
  const roots = new Map<string, number>();
  for (const [name, root] of names) if (schema.shapes.has(name)) roots.set(name, root);
  if (!isWhole) addUsualRoots(pages, schema, roots);
  return {
    ...{ schema, roots, isSchemaWhole: isWhole },
    ...freePages(pages, isHeadWhole ? head : null),
  };
}

/** Trees by name with their first page: as the list of the file says, and where that is damaged what is left of it. */
function listedTrees(pages: FilePages): { names: ReadonlyMap<string, number>; isWhole: boolean } {
  const names = new Map<string, number>();
  const take = ({ values: [, name, , root] }: { readonly values: readonly unknown[] }) => {
    if (typeof name === 'string' && typeof root === 'number' && root > 1 && !names.has(name))
      names.set(name, root);
  };
  const claims = noClaims(pages);
  const steps = walkTree({ pages, claims, shape: schemaShape, root: 1, take });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const isWhole = step.value.isWhole && names.size > 0;
  if (isWhole) return { names, isWhole };
  for (let no = 1; no <= pages.count; no += 1) {
    const left = claims.taken[no] === 0 ? readTreePage(pages, claims, no) : null;
    if (!left?.page.isLeaf || left.rows.length === 0 || !isOf(schemaShape, left)) continue;
    for (const row of left.rows) if (row && isListed(row.values)) take(row);
  }
  return { names, isWhole };
}

function isListed([type, name]: readonly unknown[]): boolean {
  return (type === 'table' || type === 'index') && typeof name === 'string';
}

/** The schema that has the most of the trees that were found, and the fewest others; the newest where none were. */
function likeliest(known: readonly KnownSchema[], names: ReadonlyMap<string, number>): KnownSchema {
  const score = ({ shapes }: KnownSchema) => {
    const common = [...names.keys()].filter((name) => shapes.has(name)).length;
    return names.size === 0 ? 0 : 2 * common - shapes.size;
  };
  const best = known.reduce(
    (one, other) => (score(other) >= score(one) ? other : one),
    known[0] as KnownSchema,
  );
  return best;
}

/**
 * First pages of trees stay where they were made, and every shop that began with this schema has them at the same
 * places. They are believed where nearly all of those that can be looked at are what they should be.
 */
function addUsualRoots(pages: FilePages, { shapes }: KnownSchema, roots: Map<string, number>): void {
  const others = [...roots].filter(([name, root]) => shapes.get(name)?.usualRoot !== root);
  if (others.some(([name]) => shapes.get(name)?.usualRoot)) return;
  const missing = [...shapes.values()].filter(({ name, usualRoot }) => usualRoot && !roots.has(name));
  const fitting = missing.filter((shape) => isLikely(pages, shape));
  if (10 * fitting.length < 8 * missing.length && missing.length > 3) return;
  for (const { name, usualRoot } of fitting) if (usualRoot) roots.set(name, usualRoot);
}

/** Whether the page where a tree usually begins is one of it, or leads to one. */
function isLikely(pages: FilePages, shape: TreeShape): boolean {
  const claims = noClaims(pages);
  let no = shape.usualRoot ?? 0;
  for (let depth = 0; depth < 12; depth += 1) {
    const found = readTreePage(pages, claims, no);
    if (!found || !isOf(shape, found)) return false;
    if (found.page.isLeaf || found.rows.length > 0) return true;
    no = found.page.children[0] ?? 0;
  }
  return false;
}

/** The list of free pages, which begins in the file's header. */
function freePages(pages: FilePages, head: Buffer | null): Pick<FileLayout, 'free' | 'isFreeKnown'> {
  if (!head) return { free: [], isFreeKnown: false };
  const free: number[] = [];
  const seen = new Set<number>();
  const add = (no: number): boolean => {
    if (no < 2 || no > pages.count || seen.has(no)) return false;
    seen.add(no);
    free.push(no);
    return true;
  };
  let next = head.readUInt32BE(32);
  while (next !== 0) {
    const list = add(next) ? pages.read(next) : null;
    if (!list) return { free, isFreeKnown: false };
    const count = list.readUInt32BE(4);
    next = list.readUInt32BE(0);
    if (count > pages.size / 4 - 2) return { free, isFreeKnown: false };
    for (let place = 0; place < count; place += 1) {
      if (!add(list.readUInt32BE(8 + 4 * place))) return { free, isFreeKnown: false };
    }
  }
  return { free, isFreeKnown: free.length === head.readUInt32BE(36) };
}

/** Claims with the free pages taken: nothing of what was deleted is read. */
export function claimsOf(pages: FilePages, { free }: FileLayout): PageClaims {
  const claims = noClaims(pages);
  for (const no of free) claims.taken[no] = 1;
  return claims;
}
