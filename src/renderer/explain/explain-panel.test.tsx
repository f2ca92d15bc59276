import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeEveryDay } from '../../../test/model/expect-reports.ts';
import { addProduct, counterSale, line } from '../../../test/support/builders.ts';
import { change } from '../../../test/support/catalog-builders.ts';
import { createOpenShop, ownerPassword, type TestApp } from '../../../test/support/create-test-app.ts';
import { eventfulShop } from '../../../test/support/eventful-shop.ts';
import { type RenderedApp, renderWithApp } from '../../../test/support/render-with-app.tsx';
import type { Caller } from '../../main/app/create-app.ts';
import type { ReportPart } from '../../shared/contract/reports.ts';
import { calendarDate } from '../../shared/domain/calendar.ts';
import type { Metric } from '../../shared/domain/kpi.ts';
import { orderFilterInput, readOrderFilter } from '../features/orders/order-filter.ts';
import { parsePlace } from '../ui/router.ts';
import { ExplainButton } from './explain-button.tsx';
import { ExplainPanel } from './explain-panel.tsx';
import { type Picked, pickedQuery, pickFigure, readPicked, usePicked } from './picked.ts';

const november = { from: 20261101, to: 20261130 };
const all: ReportPart = { kind: 'all', key: '' };
const figure = (metric: Metric, part = all, label = ''): Picked => ({ metric, part, ...november, label });

let test: TestApp;
let shown: RenderedApp;
beforeEach(async () => {
  test = await eventfulShop();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await test.close();
});

function Screen({ picked }: { readonly picked: Picked }) {
  return (
    <>
      <ExplainButton picked={picked} />
      <ExplainPanel picked={usePicked()} onClose={() => pickFigure(null)} />
    </>
  );
}

async function show(picked: Picked, options: Parameters<typeof renderWithApp>[2] = {}): Promise<void> {
  shown = await renderWithApp(<Screen picked={picked} />, test, { at: '#/reports/sales', ...options });
}
async function explain(picked: Picked): Promise<void> {
  await show(picked);
  fireEvent.click(screen.getByRole('button', { name: /^Explain/ }));
  await shown.settle();
}
const rows = () =>
  screen
    .queryAllByRole('row')
    .slice(1)
    .map((row) => [...row.querySelectorAll('[role="gridcell"]')].map(({ textContent }) => textContent));
const figureShown = (words: string) =>
  screen.getAllByText((_, element) => element?.tagName === 'BDI' && element.textContent === words)[0];
const grid = () => screen.getByRole('grid', { name: 'What it is made of' });
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });

describe('explaining a figure', () => {
  it('tells what it is, how it comes about, what it leaves out, and that its rows add up to it', async () => {
    await explain(figure('netSales', all, 'November 2026'));
    expect(screen.getByRole('heading', { name: 'Net sales' })).toBeTruthy();
    expect(screen.getByText('November 2026')).toBeTruthy();
    expect(screen.getByText('1 Nov 2026 to 30 Nov 2026')).toBeTruthy();
    expect(figureShown('£32.91')).toBeTruthy();
    expect(screen.getByText('Sales − cancelled − returned − goodwill.')).toBeTruthy();
    expect(screen.getByText('The business date of each event.')).toBeTruthy();
    expect(
      screen.getByText('Adds up: 9 orders, cancellations, returns and refunds come to exactly this.'),
    ).toBeTruthy();
    expect(rows().at(-1)).toEqual(['22 Nov 202611:30', 'Order 1', '£17.91']);
    expect(rows()).toContainEqual([expect.stringMatching('^22 Nov'), 'Order 3 cancelledAda', '−£9.00']);
    expect(rows()).toHaveLength(9);
  });

  it('says of an average what is divided by what', async () => {
    await explain(figure('averageOrder'));
    expect(figureShown('£8.20')).toBeTruthy();
    expect(screen.getByText('£41.01 of sales kept ÷ 5 orders kept')).toBeTruthy();
  });

  it('is alarmed where the rows come to something else, and says what to do', async () => {
    test.now += 3 * 86_400_000;
    await closeEveryDay(test);
    change(test, "UPDATE dayFigures SET amount = amount + 500 WHERE kind = 'sale'");
    await explain(figure('sales'));
    const alarm = screen.getByRole('alert').textContent;
    expect(alarm).toContain('This figure does not add up');
    expect(alarm).toContain('The figure says £55.01. What is listed below comes to £50.01.');
    expect(screen.getByRole('link', { name: 'See the closed days' }).getAttribute('href')).toBe(
      '#/settings?part=figures',
    );
  });

  it('is walked and opened by keys, and is there again with the row that was opened', async () => {
    await explain(figure('sales'));
    expect(document.activeElement).toBe(grid());
    key('ArrowDown');
    key('ArrowDown');
    key('Enter');
    await shown.settle();
    expect(window.location.hash).toBe('#/orders/4');
    act(() => window.history.back());
    await vi.waitFor(() => expect(window.location.hash).toContain('explain-row='), { timeout: 60_000 });
    await shown.settle();
    expect(document.activeElement).toBe(grid());
    const active = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent).toContain('Order 4');
  });

  it('closes by Escape, and the focus goes back to what opened it', async () => {
    await show(figure('sales'));
    const button = screen.getByRole('button', { name: 'Explain Sales' });
    act(() => button.focus());
    fireEvent.click(button);
    await shown.settle();
    expect(document.activeElement).toBe(grid());
    key('Escape');
    await shown.settle();
    expect(screen.queryByRole('heading', { name: 'Sales' })).toBeNull();
    expect(window.location.hash).toBe('#/reports/sales');
    expect(document.activeElement).toBe(button);
  });

  it('reads on through thousands of rows, each once', async () => {
    const productId = addProduct(test, { price: 100, stock: 500 });
    for (let index = 0; index < 130; index += 1) {
      test.now += 1000;
      await test.ask('orders.place', counterSale([line(productId, 1, 100)]));
    }
    await explain(figure('orders'));
    const read = () => grid().getAttribute('aria-rowcount');
    expect(screen.getByText('Adds up: 136 orders come to exactly this.')).toBeTruthy();
    for (let pages = 0; pages < 3; pages += 1) {
      fireEvent.scroll(grid());
      await shown.settle();
    }
    expect(read()).toBe('137');
    act(() => grid().focus());
    key('End');
    fireEvent.scroll(grid());
    await shown.settle();
    expect(rows().at(-1)?.[1]).toBe('Order 1');
  });

  it('changes by itself when an order is placed', async () => {
    await explain(figure('orders'));
    expect(screen.getByText('Adds up: 6 orders come to exactly this.')).toBeTruthy();
    await act(() => test.ask('orders.place', counterSale([line(1, 1, 450)])));
    await shown.settle();
    expect(screen.getByText('Adds up: 7 orders come to exactly this.')).toBeTruthy();
    expect(rows()[0]?.[1]).toBe('Order 7');
  });

  it('says so where nothing is behind it, where it has no list, and where a person may not see it', async () => {
    await explain(figure('goodwill'));
    expect(screen.getByText('Adds up: there is nothing behind it.')).toBeTruthy();
    expect(screen.getByText('Nothing behind it')).toBeTruthy();
    act(() => pickFigure(figure('discountedOrders')));
    await shown.settle();
    expect(screen.getByText('This figure has no list of orders of its own.')).toBeTruthy();
    cleanup();
    const cashier: Caller = { kind: 'window', windowId: 5 };
    await test.ask('session.confirmPassword', { password: ownerPassword });
    const { staffId } = await test.ask('staff.add', { name: 'Carl', role: 'cashier', pin: '730184' });
    await test.ask('session.signIn', { staffId, pin: '730184' }, cashier);
    await show(figure('sales'), { caller: cashier });
    act(() => pickFigure(figure('sales')));
    await shown.settle();
    expect(screen.getByText('Your role does not allow this. Ask a manager or the owner.')).toBeTruthy();
  });

  it('can be stopped, and asked again', async () => {
    let isHeld = true;
    await show(figure('sales'), {
      wrapBridge: (bridge) => ({
        ...bridge,
        async invoke(name, input, requestId, approvalId) {
          const reply = await bridge.invoke(name, input, requestId, approvalId);
          while (name === 'reports.explain' && isHeld) await new Promise((resolve) => setTimeout(resolve, 5));
          return reply;
        },
      }),
    });
    act(() => pickFigure(figure('sales')));
    fireEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    isHeld = false;
    await shown.settle();
    expect(screen.getByText('Stopped')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Work it out' }));
    await shown.settle();
    expect(rows()).toHaveLength(6);
  });
});

describe('the list that shows the same orders', () => {
  const list = () => screen.queryByRole('link', { name: /^Show these/ })?.getAttribute('href') ?? null;
  const span = 'days=custom&from=2026-11-01&to=2026-11-30';

  it.each<[Picked, string | null]>([
    [figure('orders'), `#/orders?${span}`],
    [figure('sales', { kind: 'status', key: 'cancelled' }), `#/orders?${span}&status=cancelled`],
    [figure('orders', { kind: 'staff', key: '1' }), `#/orders?${span}&person=1`],
    [figure('orders', { kind: 'customer', key: '1' }), `#/orders?${span}&customer=1`],
    [figure('discounts'), `#/orders?${span}&has=discount`],
    [figure('openOrders'), '#/orders?status=open'],
    [figure('owed'), '#/orders?payment=owing'],
    [figure('lowStock'), '#/stock'],
    [figure('netSales'), null],
    [figure('averageOrder'), null],
    [figure('cancelledOrders'), null],
    [figure('paid', { kind: 'tender', key: '2' }), null],
    [figure('units', { kind: 'product', key: '1' }), null],
  ])('is named for %o where there is one, and has the very same', async (picked, expected) => {
    await explain(picked);
    const { items } = await test.ask('reports.explain', {
      ...{ metric: picked.metric, part: picked.part, cursor: null, limit: 100 },
      ...{ from: calendarDate(picked.from), to: calendarDate(picked.to) },
    });
    expect(list()).toBe(items.length === 0 ? null : expected);
    if (list()?.startsWith('#/orders') !== true) return;
    const filter = readOrderFilter(parsePlace(list() ?? '').query);
    const asked = orderFilterInput(filter, calendarDate(20261122));
    const page = { sort: 'placed', descending: true, withLines: false, cursor: null, limit: 100 } as const;
    const found = await test.ask('orders.list', { ...asked, ...page });
    expect(found.items.map(({ id }) => id)).toEqual(items.map(({ orderId }) => orderId));
  });
});

describe('a figure in the address', () => {
  it('comes back as it was, whatever its part is called', () => {
    const odd = figure('tax', { kind: 'tax', key: 'CGST 9.5 % & more|90000' }, 'Übersteuer.1');
    const { explain: metric, ...rest } = pickedQuery(odd);
    expect(metric).toBe('tax');
    expect(readPicked({ explain: metric, ...rest })).toEqual(odd);
    expect(readPicked(pickedQuery(null))).toBeNull();
  });

  it('is none where somebody wrote anything else', () => {
    const good = pickedQuery(figure('sales'));
    expect(readPicked({ ...good, explain: 'nothing' })).toBeNull();
    expect(readPicked({ ...good, 'explain-from': '2026-02-31' })).toBeNull();
    expect(readPicked({ ...good, 'explain-part': 'product' })).toBeNull();
    expect(readPicked({ ...good, 'explain-part': 'planet.1' })).toBeNull();
  });
});

it('finds its words in a shop without anything', async () => {
  await test.close();
  test = await createOpenShop();
  await explain(figure('averageOrder'));
  expect(screen.getByText('Adds up: there is nothing behind it.')).toBeTruthy();
});
