import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button } from './button.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
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
