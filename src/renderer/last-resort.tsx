import { Component, type ErrorInfo, type ReactNode } from 'react';
import { createEnglishText } from '../shared/text/english.ts';

type Props = { readonly children: ReactNode };
type State = { readonly isBroken: boolean };

const text = createEnglishText();

/**
 * What is left when even the frame could not be drawn: a sentence and a way to start again. The open cart is
 * journalled in the shop file, so nothing is lost by it.
 */
export class LastResort extends Component<Props, State> {
  override state: State = { isBroken: false };

  static getDerivedStateFromError(): State {
    return { isBroken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    reportError(new Error(`The window could not be drawn: ${error.message}${info.componentStack ?? ''}`));
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <main role="alert" style={{ padding: '2rem', maxInlineSize: '40rem' }}>
        <h1>{text('shell.window-broken')}</h1>
        <p>{text('shell.window-broken-safe')}</p>
        <p>
          <button type="button" onClick={() => location.reload()}>
            {text('shell.window-reload')}
          </button>
        </p>
      </main>
    );
  }
}
