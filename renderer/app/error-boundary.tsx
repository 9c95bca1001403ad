import { Component, type ReactNode } from 'react';
import { Broken } from './broken.tsx';

type Props = { children: ReactNode };
type State = { error: unknown; broken: boolean };

/** The window's last catch for bugs; pages have their own through the router. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, broken: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <Broken error={this.state.error} reset={() => this.setState({ error: null, broken: false })} />;
  }
}
