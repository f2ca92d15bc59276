import { Component, type ErrorInfo, type ReactNode } from 'react';
import { ScreenFell } from './screen-fell.tsx';

type Props = {
  readonly children: ReactNode;
  /** The screen's name; absent with `whole`. */
  readonly name?: string;
  /** Around the whole window instead of one screen. */
  readonly whole?: boolean;
};
type State = { readonly thrown: unknown };

/** Keeps a screen that falls from taking the rest of the window with it. */
export class ScreenBoundary extends Component<Props, State> {
  override state: State = { thrown: null };

  static getDerivedStateFromError(thrown: unknown): State {
    return { thrown: thrown ?? new Error('nothing was thrown') };
  }

  override componentDidCatch(thrown: unknown, info: ErrorInfo): void {
    // As what nobody caught: whoever listens for faults of the window hears of it.
    globalThis.reportError?.(
      new Error(`A screen fell: ${String(thrown)}${info.componentStack ?? ''}`, { cause: thrown }),
    );
  }

  override render(): ReactNode {
    const { thrown } = this.state;
    if (thrown === null) return this.props.children;
    return (
      <ScreenFell thrown={thrown} name={this.props.name} onRetry={() => this.setState({ thrown: null })} />
    );
  }
}
