import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderUi } from './render-ui.tsx';
import { Table, type TableColumn, type TableProps } from './table.tsx';
import { nextActive } from './table-walk.ts';
import { rowWindow } from './use-row-window.ts';

type Order = { readonly id: string; readonly customer: string; readonly total: number };

const orders = (count: number): readonly Order[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `o${index}`,
    customer: `Customer ${index}`,
    total: index,
  }));
const drawn = vi.fn();
const columns: readonly TableColumn<Order>[] = [
  { key: 'customer', label: 'Customer', width: '1fr', sortable: true, cell: (order) => order.customer },
  {
    key: 'total',
    label: 'Total',
    width: '100px',
    align: 'end',
    cell: (order) => {
      drawn();
      return order.total;
    },
  },
];

beforeEach(() => {
  drawn.mockClear();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(400);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function table(props: Partial<TableProps<Order>>) {
  const rows = props.rows ?? orders(3);
  return (
    <Table
      label="Orders"
      columns={columns}
      rowKey={(order: Order) => order.id}
      rowName={(order: Order) => `Order ${order.id}`}
      {...props}
      rows={rows}
    />
  );
}

const grid = () => screen.getByRole('grid', { name: 'Orders' });
const press = (key: string) => fireEvent.keyDown(grid(), { key });
const activeRow = () =>
  document.getElementById(grid().getAttribute('aria-activedescendant') ?? '')?.textContent;

describe('walking', () => {
  it('goes on from the same place when the row under the cursor leaves, and says where it is', () => {
    const onWalk = vi.fn();
    const [first, second, third] = orders(3);
    const { rerender } = renderUi(table({ onWalk }));
    act(() => grid().focus());
    press('ArrowDown');
    expect(onWalk).toHaveBeenLastCalledWith(second?.id);
    rerender(table({ onWalk, rows: [first, third] as Order[] }));
    expect(activeRow()).toContain(third?.customer);
    expect(onWalk).toHaveBeenLastCalledWith(third?.id);
    rerender(table({ onWalk, rows: [first] as Order[] }));
    expect(activeRow()).toContain(first?.customer);
  });

  it('goes row by row, by page, and to the ends, never beyond', () => {
    expect(nextActive('ArrowDown', -1, 3, 10)).toBe(0);
    expect(nextActive('ArrowDown', 2, 3, 10)).toBe(2);
    expect(nextActive('PageUp', 1, 3, 10)).toBe(0);
    expect(nextActive('End', 0, 3, 10)).toBe(2);
    expect(nextActive('ArrowDown', 0, 0, 10)).toBeNull();
    expect(nextActive('x', 0, 3, 10)).toBeNull();
  });

  it('draws only the rows near the view', () => {
    expect(rowWindow(0, 400, 40, 100_000)).toEqual({ from: 0, to: 23 });
    expect(rowWindow(40 * 50_000, 400, 40, 100_000)).toEqual({ from: 49_988, to: 50_023 });
    expect(rowWindow(9_999_999, 400, 40, 5)).toEqual({ from: 5, to: 5 });
    renderUi(table({ rows: orders(50_000) }));
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(grid().getAttribute('aria-rowcount')).toBe('50001');
  });
});

describe('Table', () => {
  it('walks with the arrows and opens with Enter', () => {
    const onOpen = vi.fn();
    renderUi(table({ onOpen }));
    fireEvent.focus(grid());
    expect(activeRow()).toContain('Customer 0');
    press('ArrowDown');
    expect(activeRow()).toContain('Customer 1');
    expect(onOpen).not.toHaveBeenCalled();
    press('Enter');
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: 'o1' }));
  });

  it('walks the open panel along', () => {
    const onOpen = vi.fn();
    renderUi(table({ onOpen, openKey: 'o0' }));
    press('ArrowDown');
    expect(onOpen).toHaveBeenCalledWith(expect.objectContaining({ id: 'o1' }));
  });

  it('draws again only the rows that change', () => {
    const view = renderUi(table({ rows: orders(20), openKey: null }));
    const rows = orders(20);
    view.rerender(table({ rows, openKey: null }));
    drawn.mockClear();
    view.rerender(table({ rows, openKey: 'o3' }));
    expect(drawn).toHaveBeenCalledTimes(1);
  });

  it('selects rows one by one and all, keeping what was selected before', () => {
    function Selecting() {
      const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
      return (
        <>
          {table({ rows: threeOrders, selection, onSelectionChange: setSelection })}
          <output>{[...selection].sort().join(' ')}</output>
        </>
      );
    }
    const threeOrders = orders(3);
    renderUi(<Selecting />);
    fireEvent.click(screen.getByLabelText('Select Order o2'));
    fireEvent.click(screen.getByLabelText('Select Order o0'));
    expect(screen.getByRole('status').textContent).toBe('o0 o2');
    expect(screen.getByLabelText<HTMLInputElement>('Select all rows').indeterminate).toBe(true);
    fireEvent.click(screen.getByLabelText('Select all rows'));
    expect(screen.getByRole('status').textContent).toBe('o0 o1 o2');
    fireEvent.focus(grid());
    press(' ');
    expect(screen.getByRole('status').textContent).not.toBe('o0 o1 o2');
  });

  it('selects runs of rows with Shift, by pointer and by keys, and every row with Mod+A', () => {
    const onOpen = vi.fn();
    const sixOrders = orders(6);
    function Selecting() {
      const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
      return (
        <>
          {table({ rows: sixOrders, selection, onSelectionChange: setSelection, onOpen })}
          <output>{[...selection].sort().join(' ')}</output>
        </>
      );
    }
    renderUi(<Selecting />);
    const chosen = () => screen.getByRole('status').textContent;
    fireEvent.click(screen.getByLabelText('Select Order o1'));
    fireEvent.click(screen.getByLabelText('Select Order o3'), { shiftKey: true });
    expect(chosen()).toBe('o1 o2 o3');
    fireEvent.click(screen.getByText('Customer 2'), { ctrlKey: true });
    expect(chosen()).toBe('o1 o3');
    fireEvent.click(screen.getByText('Customer 5'), { shiftKey: true });
    expect(chosen()).toBe('o1 o2 o3 o4 o5');
    expect(onOpen).not.toHaveBeenCalled();
    fireEvent.keyDown(grid(), { key: 'a', ctrlKey: true });
    expect(chosen()).toBe('o0 o1 o2 o3 o4 o5');
    fireEvent.click(screen.getByLabelText('Select all rows'));
    press('Home');
    fireEvent.keyDown(grid(), { key: 'ArrowDown', shiftKey: true });
    fireEvent.keyDown(grid(), { key: 'ArrowDown', shiftKey: true });
    expect(chosen()).toBe('o0 o1 o2');
  });

  it('asks for more as the end comes near, once', () => {
    const onLoadMore = vi.fn();
    const rows = orders(100);
    const scrollHeight = vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(4040);
    const view = renderUi(table({ rows, hasMore: true, onLoadMore }));
    expect(onLoadMore).not.toHaveBeenCalled();
    grid().scrollTop = 3300;
    fireEvent.scroll(grid());
    expect(onLoadMore).toHaveBeenCalledTimes(1);
    view.rerender(table({ rows, hasMore: true, loadingMore: true, onLoadMore }));
    fireEvent.scroll(grid());
    expect(onLoadMore).toHaveBeenCalledTimes(1);
    expect(screen.getByText('Loading more…')).toBeTruthy();
    scrollHeight.mockRestore();
  });

  it('sorts by a column, and turns round', () => {
    const onSort = vi.fn();
    const view = renderUi(table({ onSort }));
    const header = () => screen.getByRole('columnheader', { name: 'Customer' });
    fireEvent.click(within(header()).getByRole('button'));
    expect(onSort).toHaveBeenLastCalledWith({ column: 'customer', direction: 'up' });
    view.rerender(table({ onSort, sort: { column: 'customer', direction: 'up' } }));
    expect(header().getAttribute('aria-sort')).toBe('ascending');
    fireEvent.click(within(header()).getByRole('button'));
    expect(onSort).toHaveBeenLastCalledWith({ column: 'customer', direction: 'down' });
  });

  it('says that nothing is there, and holds the place while loading', () => {
    const view = renderUi(table({ rows: [], empty: 'No orders yet' }));
    expect(screen.getByText('No orders yet')).toBeTruthy();
    view.rerender(table({ rows: [], loading: true, empty: 'No orders yet' }));
    expect(screen.queryByText('No orders yet')).toBeNull();
    expect(grid().getAttribute('aria-busy')).toBe('true');
  });
});
