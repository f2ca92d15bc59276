import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from './dialog.tsx';
import { comboOf, keysLabel, parseKeys } from './hotkey-combo.ts';
import { activeHotkeys, type Hotkey, useHotkeys } from './hotkeys.ts';
import { renderUi } from './render-ui.tsx';

afterEach(cleanup);

function Keys({ hotkeys }: { readonly hotkeys: readonly Hotkey[] }) {
  useHotkeys(hotkeys);
  return null;
}

const key = (keys: string, run: () => void, more: Partial<Hotkey> = {}): Hotkey => ({
  keys,
  label: keys,
  run,
  ...more,
});

describe('key combinations', () => {
  const press = (name: string, modifiers = {}) =>
    comboOf({
      key: name,
      ctrlKey: false,
      metaKey: false,
      altKey: false,
      shiftKey: false,
      target: null,
      ...modifiers,
    });

  it('are one whatever their spelling', () => {
    expect(parseKeys('Shift+Mod+K')).toBe('mod+shift+k');
    expect(press('K', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+k');
    expect(press('?', { shiftKey: true })).toBe(parseKeys('?'));
    expect(press('+')).toBe(parseKeys('+'));
    expect(press(' ')).toBe(parseKeys('Space'));
    expect(press('F2', { shiftKey: true })).toBe(parseKeys('Shift+F2'));
  });

  it('mean the key of a letter where the keyboard has other letters, or where Alt makes a sign of it', () => {
    expect(press('л', { ctrlKey: true, code: 'KeyK' })).toBe('mod+k');
    expect(press('س', { ctrlKey: true, code: 'KeyS' })).toBe('mod+s');
    expect(press('Л', { ctrlKey: true, shiftKey: true, code: 'KeyK' })).toBe('mod+shift+k');
    expect(press('Dead', { altKey: true, code: 'KeyN' })).toBe('alt+n');
    expect(press('√', { altKey: true, code: 'KeyV' })).toBe('alt+v');
    // What the keyboard says counts where it says a letter of the alphabet, wherever that key lies.
    expect(press('a', { ctrlKey: true, code: 'KeyQ' })).toBe('mod+a');
    // Without a modifier a letter is what it says.
    expect(press('л', { code: 'KeyK' })).toBe('л');
  });

  it('are no combinations where a third sign of a key is typed', () => {
    const third = { getModifierState: (name: string) => name === 'AltGraph' };
    expect(press('€', { ctrlKey: true, altKey: true, code: 'KeyE', ...third })).toBe('€');
  });

  it('are printed as key caps', () => {
    expect(keysLabel('Mod+k', false)).toBe('Ctrl K');
    expect(keysLabel('Mod+k', true)).toBe('⌘ K');
    expect(keysLabel('Enter')).toBe('⏎');
    expect(keysLabel('f12')).toBe('F12');
  });
});

describe('hotkeys', () => {
  it('run, and not while somebody types, except F-keys and keys with a modifier', () => {
    const plain = vi.fn();
    const f2 = vi.fn();
    const mod = vi.fn();
    renderUi(
      <>
        <Keys hotkeys={[key('n', plain), key('F2', f2), key('Mod+K', mod)]} />
        <input aria-label="field" />
      </>,
    );
    fireEvent.keyDown(document.body, { key: 'n' });
    const field = screen.getByLabelText('field');
    fireEvent.keyDown(field, { key: 'n' });
    fireEvent.keyDown(field, { key: 'F2' });
    fireEvent.keyDown(field, { key: 'k', ctrlKey: true });
    expect([plain, f2, mod].map((spy) => spy.mock.calls.length)).toEqual([1, 1, 1]);
  });

  it('leave a field with words in it the keys that delete a word', () => {
    const clear = vi.fn();
    renderUi(
      <>
        <Keys hotkeys={[key('Mod+Backspace', clear)]} />
        <input aria-label="field" />
        <textarea aria-label="note" />
      </>,
    );
    for (const label of ['field', 'note']) {
      const field = screen.getByLabelText<HTMLInputElement>(label);
      fireEvent.change(field, { target: { value: 'two words' } });
      expect(fireEvent.keyDown(field, { key: 'Backspace', ctrlKey: true })).toBe(true);
      expect(clear).not.toHaveBeenCalled();
    }
    const field = screen.getByLabelText('field');
    fireEvent.change(field, { target: { value: '' } });
    fireEvent.keyDown(field, { key: 'Backspace', ctrlKey: true });
    fireEvent.keyDown(document.body, { key: 'Backspace', ctrlKey: true });
    expect(clear).toHaveBeenCalledTimes(2);
  });

  it('leave what Alt types into a field of a Mac to the field', async () => {
    vi.stubGlobal('navigator', { ...navigator, platform: 'MacIntel' });
    vi.resetModules();
    const { isTyped } = await import('./hotkey-combo.ts');
    const field = document.createElement('input');
    const press = { ctrlKey: false, metaKey: false, altKey: true, shiftKey: false };
    expect(isTyped({ ...press, key: 'ł', code: 'KeyL', target: field })).toBe(true);
    expect(isTyped({ ...press, key: 'Dead', code: 'KeyN', target: field })).toBe(true);
    expect(isTyped({ ...press, key: '√', code: 'KeyV', target: document.body })).toBe(false);
    expect(isTyped({ ...press, key: 'ArrowUp', target: field })).toBe(false);
    expect(isTyped({ ...press, key: '√', code: 'KeyV', target: field, metaKey: true })).toBe(false);
    vi.unstubAllGlobals();
  });

  it('leave Enter and Space to the button that has the focus', () => {
    const enter = vi.fn();
    renderUi(
      <>
        <Keys hotkeys={[key('Enter', enter)]} />
        <button type="button">Other</button>
      </>,
    );
    fireEvent.keyDown(screen.getByText('Other'), { key: 'Enter' });
    expect(enter).not.toHaveBeenCalled();
    fireEvent.keyDown(document.body, { key: 'Enter' });
    expect(enter).toHaveBeenCalledOnce();
  });

  it('do not run when disabled, held down, or used by a control', () => {
    const run = vi.fn();
    renderUi(<Keys hotkeys={[key('a', run, { enabled: false }), key('b', run)]} />);
    fireEvent.keyDown(document.body, { key: 'a' });
    fireEvent.keyDown(document.body, { key: 'b', repeat: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('a dialog shadows the screen, and gives the keys back', () => {
    const below = vi.fn();
    const above = vi.fn();
    const view = (open: boolean) => (
      <>
        <Keys hotkeys={[key('F2', below), key('F4', below)]} />
        <Dialog open={open} onClose={() => {}} title="Over it">
          <Keys hotkeys={[key('F2', above)]} />
        </Dialog>
      </>
    );
    const { rerender } = renderUi(view(true));
    expect(activeHotkeys().map((hotkey) => hotkey.keys)).toEqual(['F2']);
    fireEvent.keyDown(document.body, { key: 'F2' });
    fireEvent.keyDown(document.body, { key: 'F4' });
    expect([below.mock.calls.length, above.mock.calls.length]).toEqual([0, 1]);
    rerender(view(false));
    fireEvent.keyDown(document.body, { key: 'F4' });
    expect(below).toHaveBeenCalledOnce();
  });
});
