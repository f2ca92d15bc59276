import { describe, expect, it } from 'vitest';
import { floorFaults } from './check-source.ts';
import { parseSource } from './source-files.ts';
import { cycleFaults, missingFaults, orphanFaults } from './source-graph.ts';
import { wallFaults, walls } from './source-walls.ts';

function faults(path: string, text: string, ...others: readonly (readonly [string, string])[]) {
  const sources = [[path, text] as const, ...others].map(([name, code]) => parseSource(name, code));
  return wallFaults(sources).map(({ rule }) => rule);
}

const broken: readonly (readonly [path: string, text: string])[] = [
  ['src/shared/domain/tax.ts', "import { z } from 'zod';"],
  ['src/shared/domain/tax.ts', "import { text } from '../text/text.ts';"],
  ['src/shared/domain/tax.ts', "export { a } from '../contract/fields.ts';"],
  ['src/shared/domain/tax.ts', "import { join } from 'node:path';"],
  ['src/shared/contract/orders.ts', "import { Kysely } from 'kysely';"],
  ['src/shared/contract/orders.ts', "import type { Text } from '../text/text.ts';"],
  ['src/shared/text/text.ts', "import { fields } from '../contract/fields.ts';"],
  ['src/main/database/open.ts', "import { placeOrder } from '../features/orders/place-order.ts';"],
  ['src/main/database/open.ts', "import { z } from 'zod';"],
  ['src/main/features/orders/place-order.ts', "import { dialog } from 'electron';"],
  ['src/main/features/orders/place-order.ts', "import { readFile } from 'node:fs/promises';"],
  ['src/main/features/orders/place-order.ts', "import Database from 'better-sqlite3';"],
  ['src/main/features/orders/place-order.ts', "import { call } from '../../app/call.ts';"],
  ['src/main/features/orders/place-order.ts', "import { print } from '../../shell/print.ts';"],
  ['src/main/app/call.ts', "import { takeStock } from '../features/stock/take-stock.ts';"],
  ['src/main/app/call.ts', "import { app } from 'electron';"],
  ['src/main/reader/index.ts', "import { openWindow } from '../shell/window.ts';"],
  ['src/main/shell/window.ts', "import { App } from '../../renderer/app.tsx';"],
  ['src/main/index.ts', "const a = await import('../renderer/app.tsx');"],
  ['src/preload/index.ts', "import { contract } from '../shared/contract/index.ts';"],
  ['src/preload/index.ts', "import { readFileSync } from 'node:fs';"],
  ['src/renderer/ui/button.tsx', "import { useCommand } from '../bridge/use-command.ts';"],
  ['src/renderer/ui/button.tsx', "import type { Order } from '../../shared/contract/orders.ts';"],
  ['src/renderer/bridge/client.ts', "import { Button } from '../ui/button.tsx';"],
  ['src/renderer/features/sell/cart.tsx', "import { row } from '../orders/order-row.tsx';"],
  ['src/renderer/features/sell/cart.tsx', "import { openShopFile } from '../../../main/database/open.ts';"],
  ['src/renderer/features/sell/cart.tsx', "import { ipcRenderer } from 'electron';"],
  ['src/renderer/app.tsx', "import { bridge } from '../preload/index.ts';"],
  ['src/elsewhere/thing.ts', 'export const thing = 1;'],
];

const sound: readonly (readonly [path: string, text: string])[] = [
  ['src/shared/domain/tax.ts', "import { round } from './round.ts';"],
  ['src/shared/contract/orders.ts', "import { z } from 'zod'; import { money } from '../domain/money.ts';"],
  ['src/main/database/open.ts', "import Database from 'better-sqlite3'; import { join } from 'node:path';"],
  ['src/main/features/orders/place-order.ts', "import { takeStock } from '../stock/take-stock.ts';"],
  ['src/main/features/orders/place-order.ts', "import type { Context } from '../../app/context.ts';"],
  ['src/main/app/create-app.ts', "import { orders } from '../features/orders/index.ts';"],
  [
    'src/main/shell/window.ts',
    "import { BrowserWindow } from 'electron'; import { z } from '../app/call.ts';",
  ],
  ['src/preload/index.ts', "import type { Calls } from '../shared/contract/index.ts';"],
  [
    'src/renderer/ui/button.tsx',
    "import { Button } from 'react-aria-components'; import s from './button.module.css';",
  ],
  [
    'src/renderer/features/sell/cart.tsx',
    "import { line } from './cart-line.tsx'; import { b } from '../../ui/button.tsx';",
  ],
  ['src/renderer/features/sell/cart.test.tsx', "import { row } from '../orders/order-row.tsx';"],
];

describe('the walls of the house', () => {
  it.each(broken)('%s may not say: %s', (path, text) => {
    expect(faults(path, text)).toEqual(['wall']);
  });

  it.each(sound)('%s may say: %s', (path, text) => {
    expect(faults(path, text)).toEqual([]);
  });

  it('say in a sentence what to do instead', () => {
    for (const { instead } of walls) expect(instead).toMatch(/^[A-Z].{30,}\.$/u);
  });

  it.each(['sqlite', 'child_process', 'http', 'https', 'dgram', 'tls'])(
    'keep node:%s out, in main as well',
    (name) => {
      expect(faults('src/main/shell/a.ts', `import * as m from 'node:${name}';`)).toEqual([
        'forbidden-module',
      ]);
    },
  );

  it('keep tests out of what ships', () => {
    const rules = faults(
      'src/main/app/call.ts',
      "import { build } from '../../../test/support/builders.ts';",
    );
    expect(rules).toEqual(['imports-a-test']);
    expect(faults('src/main/app/call.ts', "import { a } from './audit.test.ts';")).toEqual([
      'imports-a-test',
    ]);
  });

  it("let a feature use another's functions, never its handlers", () => {
    const index = [
      'src/main/features/stock/index.ts',
      "import { countStock } from './count-stock.ts';",
    ] as const;
    const path = 'src/main/features/orders/place-order.ts';
    expect(faults(path, "import { countStock } from '../stock/count-stock.ts';", index)).toEqual([
      'foreign-handler',
    ]);
    expect(faults(path, "import { stock } from '../stock/index.ts';", index)).toEqual(['foreign-handler']);
    expect(faults(path, "import { takeStock } from '../stock/take-stock.ts';", index)).toEqual([]);
  });
});

describe('the graph of the house', () => {
  const entry = parseSource('src/main/index.ts', "import './a.ts';");

  it('has no cycle, of types neither where they lie in different folders', () => {
    const a = parseSource(
      'src/main/a.ts',
      "import { b } from './b.ts'; import type { C } from './app/c.ts';",
    );
    const b = parseSource('src/main/b.ts', "import { a } from './a.ts';");
    const c = parseSource('src/main/app/c.ts', "import type { A } from '../a.ts';");
    const beside = parseSource('src/main/b.ts', "import type { A } from './a.ts';");
    expect(cycleFaults([entry, a, b])).toMatchObject([{ rule: 'cycle' }]);
    expect(cycleFaults([entry, a, c])).toMatchObject([{ rule: 'cycle' }]);
    expect(cycleFaults([entry, a, beside])).toEqual([]);
  });

  it('has no orphan, and a file that only a test uses is one', () => {
    const used = parseSource('src/main/a.ts', 'export const a = 1;');
    const dead = parseSource('src/main/dead.ts', 'export const dead = 1;');
    const test = parseSource('src/main/dead.test.ts', "import { dead } from './dead.ts';");
    expect(orphanFaults([entry, used, dead, test])).toMatchObject([
      { path: 'src/main/dead.ts', rule: 'orphan' },
    ]);
  });

  it('names files that exist', () => {
    expect(missingFaults([entry], () => false)).toMatchObject([{ rule: 'missing-file', line: 1 }]);
    expect(missingFaults([entry], () => true)).toEqual([]);
  });

  it('is not judged when nothing was read', () => {
    expect(floorFaults([])).toMatchObject([{ rule: 'floor' }]);
    expect(floorFaults([entry], 1)).toEqual([]);
  });
});
