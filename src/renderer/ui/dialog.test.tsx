import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Money, money } from '../../shared/domain/money.ts';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { MoneyField } from './money-field.tsx';
import { renderUi } from './render-ui.tsx';
import { Select } from './select.tsx';

afterEach(cleanup);

function Opener({ onSubmit }: { readonly onSubmit?: () => void }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>Add customer</Button>
      <Dialog open={open} onClose={() => setOpen(false)} title="New customer" onSubmit={onSubmit}>
        <input aria-label="Name" />
      </Dialog>
    </>
  );
}

describe('Dialog', () => {
  it('is named by its title, holds the focus, and gives it back on Escape', async () => {
    renderUi(<Opener />);
    const opener = screen.getByText('Add customer').closest('button');
    opener?.focus();
    fireEvent.click(opener ?? document.body);
    const dialog = screen.getByRole('dialog', { name: 'New customer' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    fireEvent.keyDown(document.activeElement ?? dialog, { key: 'Escape' });
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(opener));
  });

  describe('that is read', () => {
    const read = (children?: ReactNode, onSubmit?: () => void) => (
      <Dialog open onClose={() => undefined} title="Terms" onSubmit={onSubmit}>
        <p>To be read</p>
        {children}
      </Dialog>
    );
    /** Nothing is laid out in these tests: how long it is, is told. */
    const isLong = (long: boolean) =>
      vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(long ? 900 : 0);
    const tabIndex = () => screen.getByText('To be read').parentElement?.tabIndex;
    afterEach(() => vi.restoreAllMocks());

    it('scrolls by keys where it is longer than its room', () => {
      isLong(true);
      renderUi(read());
      expect(tabIndex()).toBe(0);
    });

    it('is no stop of Tab where all of it is seen', () => {
      isLong(false);
      renderUi(read());
      expect(tabIndex()).toBe(-1);
    });

    it('is no stop of its own where a field is, until that takes nothing any more', async () => {
      isLong(true);
      renderUi(read(<input aria-label="Name" />));
      expect(tabIndex()).toBe(-1);
      screen.getByLabelText('Name').setAttribute('disabled', '');
      await waitFor(() => expect(tabIndex()).toBe(0));
    });

    it('scrolls by keys when it became a form and longer', () => {
      isLong(false);
      const { rerender } = renderUi(read());
      isLong(true);
      rerender(read(null, () => undefined));
      expect(tabIndex()).toBe(0);
    });
  });

  it('is a form where it submits', () => {
    const onSubmit = vi.fn();
    const outside = vi.fn();
    renderUi(
      <form onSubmit={outside}>
        <Opener onSubmit={onSubmit} />
      </form>,
    );
    fireEvent.click(screen.getByText('Add customer'));
    fireEvent.submit(screen.getByLabelText('Name'));
    expect(onSubmit).toHaveBeenCalledOnce();
    expect(outside).not.toHaveBeenCalled();
  });

  describe('with a number that is not taken', () => {
    const onSubmit = vi.fn();
    function Prices({ disabled = false }: { readonly disabled?: boolean }) {
      const [cost, setCost] = useState<Money | null>(money(500));
      const [price, setPrice] = useState<Money | null>(money(900));
      const costField = { label: 'Cost', value: cost, onChange: setCost, most: money(10_000), disabled };
      return (
        <Dialog open onClose={() => undefined} title="Prices" onSubmit={() => onSubmit(cost, price)}>
          <MoneyField {...costField} />
          <MoneyField
            label="Price"
            value={price}
            onChange={setPrice}
            onCommit={(typed) => onSubmit(cost, typed)}
          />
          <Button type="submit">Save prices</Button>
        </Dialog>
      );
    }
    const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
    const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
    const save = () => fireEvent.click(screen.getByRole('button', { name: 'Save prices' }));
    beforeEach(() => onSubmit.mockReset());

    it.each([
      ['1.385', 'This is not an amount. Write it like 12.50.'],
      ['100.01', 'Must be at most €100.00.'],
    ])('is not sent by its button: %s', (typed, words) => {
      renderUi(<Prices />);
      type('Cost', typed);
      save();
      expect(onSubmit).not.toHaveBeenCalled();
      expect(document.activeElement).toBe(field('Cost'));
      expect(screen.getByText(words)).toBeTruthy();
      type('Cost', '');
      save();
      expect(onSubmit).toHaveBeenCalledExactlyOnceWith(null, 900);
    });

    it('is not sent by Enter in another field, which has a verb of its own', () => {
      renderUi(<Prices />);
      type('Cost', 'five');
      act(() => field('Price').focus());
      fireEvent.keyDown(field('Price'), { key: 'Enter' });
      expect(onSubmit).not.toHaveBeenCalled();
      expect(document.activeElement).toBe(field('Cost'));
    });

    it('is sent where that field is not asked for any more', () => {
      const { rerender } = renderUi(<Prices />);
      type('Cost', 'five');
      rerender(<Prices disabled />);
      save();
      expect(onSubmit).toHaveBeenCalledOnce();
    });
  });

  it('stays while a command runs', async () => {
    const onClose = vi.fn();
    const onConfirm = vi.fn();
    const view = (pending: boolean) => (
      <ConfirmDialog
        open
        pending={pending}
        danger
        title="Cancel order 1042"
        action="Cancel order"
        keep="Keep order"
        onConfirm={onConfirm}
        onClose={onClose}
      >
        3 items go back to stock.
      </ConfirmDialog>
    );
    const { rerender } = renderUi(view(false));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Keep order'));
    fireEvent.click(screen.getByText('Cancel order'));
    expect(onConfirm).toHaveBeenCalledOnce();
    rerender(view(true));
    fireEvent.keyDown(screen.getByRole('alertdialog'), { key: 'Escape' });
    fireEvent.click(screen.getByText('Cancel order'));
    expect(onClose).not.toHaveBeenCalled();
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});

describe('Button', () => {
  it('that cannot be pressed says why, and stays reachable', () => {
    const onPress = vi.fn();
    renderUi(
      <Button onPress={onPress} disabledReason="Ask a manager to give a refund.">
        Give refund
      </Button>,
    );
    const button = screen.getByRole('button', { name: 'Give refund' });
    fireEvent.click(button);
    expect(onPress).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
  });
});

describe('Select', () => {
  it('opens, chooses by keyboard, and shows the choice', () => {
    const onChange = vi.fn();
    const choices = [
      { key: 'cash', label: 'Cash' },
      { key: 'card', label: 'Card', description: 'By terminal' },
    ] as const;
    renderUi(<Select label="Tender" choices={choices} value="cash" onChange={onChange} />);
    const button = screen.getByRole('button', { name: /Tender/ });
    expect(button.textContent).toBe('Cash');
    fireEvent.click(button);
    fireEvent.click(screen.getByRole('option', { name: /Card/ }));
    expect(onChange).toHaveBeenCalledWith('card');
  });
});
