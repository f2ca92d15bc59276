import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { money } from '../../shared/domain/money.ts';
import { Button } from './button.tsx';
import { DropZone } from './drop-zone.tsx';
import { Figure } from './figure.tsx';
import { FilterBar } from './filter-bar.tsx';
import { hueOf, initialsOf } from './initials.ts';
import { MoneyText } from './money-text.tsx';
import { Picture } from './picture.tsx';
import { PinPad } from './pin-pad.tsx';
import { renderUi } from './render-ui.tsx';
import { SidePanel } from './side-panel.tsx';
import { sparkPoints } from './sparkline.tsx';
import { ToastRegion } from './toast.tsx';
import { dismissAllToasts, shownToasts, toast } from './toast-queue.ts';

afterEach(cleanup);

describe('notices', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    dismissAllToasts();
    vi.useRealTimers();
  });
  const pass = (milliseconds: number) => act(() => void vi.advanceTimersByTime(milliseconds));

  it('go by themselves, wait while somebody reads, and stay when something is wrong', () => {
    renderUi(<ToastRegion />);
    act(() => void toast('Order 1042 shipped.'));
    act(() => void toast('The receipt could not be printed.', { tone: 'danger' }));
    fireEvent.pointerEnter(screen.getByText('Order 1042 shipped.'));
    pass(60_000);
    expect(shownToasts()).toHaveLength(2);
    fireEvent.pointerLeave(screen.getByText('Order 1042 shipped.'));
    pass(10_000);
    expect(screen.queryByText('Order 1042 shipped.')).toBeNull();
    expect(screen.getByText('The receipt could not be printed.')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Dismiss notice'));
    expect(shownToasts()).toHaveLength(0);
  });

  it('show the same message once, four at most, and do what they offer', () => {
    const run = vi.fn();
    renderUi(<ToastRegion />);
    act(() => {
      for (const message of ['a', 'b', 'c', 'b', 'd', 'e'])
        toast(message, { action: { label: `Do ${message}`, run } });
    });
    expect(shownToasts().map((shown) => shown.message)).toEqual(['c', 'b', 'd', 'e']);
    fireEvent.click(screen.getByText('Do d'));
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByText('d')).toBeNull();
  });
});

describe('PinPad', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('takes digits by touch and by keys, and gives the whole PIN once', () => {
    const onPin = vi.fn();
    renderUi(<PinPad label="PIN of Ada" length={4} onPin={onPin} />);
    fireEvent.click(screen.getByText('1'));
    fireEvent.keyDown(document.body, { key: '9' });
    fireEvent.keyDown(document.body, { key: 'Backspace' });
    for (const key of '204') fireEvent.keyDown(document.body, { key });
    expect(onPin.mock.calls).toEqual([['1204']]);
    expect(screen.getByRole('img', { name: '0 digits entered' })).toBeTruthy();
  });

  it('takes nothing while one waits, and says for how long', () => {
    const onPin = vi.fn();
    const wait = { seconds: 2 };
    renderUi(<PinPad label="PIN" length={4} onPin={onPin} error="That PIN is not right." wait={wait} />);
    expect(screen.getByText('Wait 2 seconds, then try again')).toBeTruthy();
    for (const key of '1204') fireEvent.keyDown(document.body, { key });
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText('Wait 1 second, then try again')).toBeTruthy();
    act(() => void vi.advanceTimersByTime(1000));
    expect(screen.getByText('That PIN is not right.')).toBeTruthy();
    for (const key of '1204') fireEvent.keyDown(document.body, { key });
    expect(onPin.mock.calls).toEqual([['1204']]);
  });
});

describe('SidePanel', () => {
  it('closes on Escape and gives the focus back to the list', () => {
    const onClose = vi.fn();
    const view = (open: boolean) => (
      <>
        <button type="button">List</button>
        {open && (
          <SidePanel title="Order 1042" onClose={onClose} onNext={() => {}}>
            <input aria-label="Note" />
          </SidePanel>
        )}
      </>
    );
    const { rerender } = renderUi(view(true));
    const list = screen.getByText('List');
    act(() => list.focus());
    act(() => screen.getByLabelText('Note').focus());
    fireEvent.keyDown(screen.getByLabelText('Note'), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
    expect(screen.getByLabelText('Previous').hasAttribute('disabled')).toBe(true);
    rerender(view(false));
    expect(document.activeElement).toBe(list);
  });
});

describe('initials and hues', () => {
  it('take the first letters of any script', () => {
    expect(
      ['Flat white', 'ada', 'Jean-Luc de la Tour', 'قهوة عربية', '抹茶ラテ', '🍰', '', '  '].map(initialsOf),
    ).toEqual(['FW', 'A', 'JT', 'قع', '抹', '🍰', '·', '·']);
  });

  it('spread over all eight hues and stay the same', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => hueOf(`Category ${index}`)));
    expect([...hues].sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(hueOf('Coffee')).toBe(hueOf('Coffee'));
  });
});

it('Picture falls back to initials when the file is gone', () => {
  const { container } = renderUi(<Picture src="blob:gone" name="Flat white" />);
  fireEvent.error(container.querySelector('img') ?? container);
  expect(container.textContent).toBe('FW');
});

it('MoneyText keeps its minor units apart', () => {
  const { container } = renderUi(<MoneyText amount={money(-123450)} />);
  expect(container.querySelector('bdi')?.textContent).toBe('−€1,234.50');
  expect(container.querySelector('span')?.textContent).toBe('.50');
});

it('Figure says its comparison in words', () => {
  renderUi(
    <Figure
      label="Sales today"
      value="€964"
      comparison={{ direction: 'down', change: '5 %', comparedWith: 'on last Sunday', welcome: false }}
      trend={{ values: [1, 2], label: 'Rising' }}
    />,
  );
  expect(screen.getByText('down 5 % on last Sunday')).toBeTruthy();
  expect(screen.getByRole('img', { name: 'Rising' })).toBeTruthy();
});

it('Sparkline stays inside its frame, whatever the values', () => {
  for (const values of [[5], [0, 0, 0], [-4, 1e15, 3], [1, 2]]) {
    for (const [x, y] of sparkPoints(values)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(120);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(32);
    }
  }
  expect(sparkPoints([])).toEqual([]);
});

it('FilterBar shows what is applied, and takes one or all away', () => {
  const onRemove = vi.fn();
  const onClear = vi.fn();
  renderUi(
    <FilterBar applied={[{ key: 's', label: 'Shipped', onRemove }]} onClear={onClear} summary="12 orders">
      <input aria-label="Search" />
    </FilterBar>,
  );
  fireEvent.click(screen.getByLabelText('Remove filter Shipped'));
  fireEvent.click(screen.getByText('Clear all'));
  expect([onRemove.mock.calls.length, onClear.mock.calls.length]).toEqual([1, 1]);
  expect(screen.getByRole('status').textContent).toBe('12 orders');
});

it('DropZone gives the dropped file, and nothing while it is busy', () => {
  const onDrop = vi.fn();
  const zone = (pending: boolean) => (
    <DropZone label="Drop a product file here" onDrop={onDrop} onChoose={() => {}} pending={pending} />
  );
  const { rerender } = renderUi(zone(false));
  const file = new File(['a'], 'products.csv');
  const drop = () => fireEvent.drop(screen.getByRole('group'), { dataTransfer: { files: [file] } });
  drop();
  rerender(zone(true));
  drop();
  expect(onDrop.mock.calls).toEqual([[file]]);
});

it('Button takes no second press while its command runs', () => {
  const onPress = vi.fn();
  const { rerender } = renderUi(<Button onPress={onPress}>Take payment</Button>);
  fireEvent.click(screen.getByRole('button'));
  rerender(
    <Button onPress={onPress} pending>
      Take payment
    </Button>,
  );
  fireEvent.click(screen.getByRole('button'));
  expect(onPress).toHaveBeenCalledOnce();
});
