import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOpenShop, type TestApp } from '../../../../test/support/create-test-app.ts';
import { renderWithApp } from '../../../../test/support/render-with-app.tsx';
import { StartStep } from './start-step.tsx';

let test: TestApp;
afterEach(async () => {
  cleanup();
  await test.close();
});

const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

describe('the last step of the wizard', () => {
  it('leads to the product file', async () => {
    test = await createOpenShop();
    const onDone = vi.fn();
    await renderWithApp(<StartStep onDone={onDone} />, test);
    press(/^Load my products/);
    expect(window.location.hash).toBe('#/import');
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('stops the sample shop on request, and nothing of it stays', async () => {
    test = await createOpenShop();
    const onDone = vi.fn();
    const { settle } = await renderWithApp(<StartStep onDone={onDone} />, test);
    press(/^Start with a sample shop/);
    await waitFor(() => expect(screen.getByText(/% done$/)).toBeTruthy(), { timeout: 10_000 });
    press('Stop');
    await settle();
    expect(screen.getByText('Stopped. The shop is empty, as before.')).toBeTruthy();
    expect(onDone).not.toHaveBeenCalled();
    expect(await test.ask('catalog.count', {})).toEqual({ sellable: 0 });
    expect((await test.ask('setup.state', {})).shop?.isSample).toBe(false);
  });
});
