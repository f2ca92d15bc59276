import type { Locator, Page } from 'playwright';

/** The lock screen as a person works it. */
export type LockScreen = {
  readonly password: Locator;
  readonly signIn: Locator;
  readonly person: (name: string) => Locator;
  /** Answers with the password of the only person, or of the one that was chosen. */
  readonly enterPassword: (password: string) => Promise<void>;
};

export function lockScreen(page: Page): LockScreen {
  const password = page.getByRole('textbox', { name: 'Password' });
  return {
    password,
    signIn: page.getByRole('button', { name: 'Sign in' }),
    person: (name) => page.getByRole('button', { name }),
    enterPassword: async (typed) => {
      await password.fill(typed);
      await password.press('Enter');
    },
  };
}
