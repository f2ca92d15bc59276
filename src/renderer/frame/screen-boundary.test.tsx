import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderUi } from '../ui/render-ui.tsx';
import { ScreenBoundary } from './screen-boundary.tsx';

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

let isBroken = true;

function Screen() {
  if (isBroken) throw Object.assign(new Error('no such column'), { reference: 'k3f-7' });
  return <p>orders</p>;
}

describe('a screen that falls', () => {
  it('says what happened, what is safe and what to quote, leaves the rest alone, and can be tried again', () => {
    isBroken = true;
    renderUi(
      <>
        <nav>rail</nav>
        <ScreenBoundary name="Orders">
          <Screen />
        </ScreenBoundary>
      </>,
    );
    expect(screen.getByText('rail')).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toMatch(
      /Orders could not be shown.*Nothing you sold.*k3f-7/s,
    );
    expect(screen.getByRole('alert').textContent).not.toContain('no such column');
    isBroken = false;
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('orders')).toBeTruthy();
  });
});
