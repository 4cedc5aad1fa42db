import { Component, type ReactNode } from 'react';

export type ErrorBoundaryProps = {
  /** What to show instead; `retry` renders the children anew. */
  fallback: (error: Error, retry: () => void) => ReactNode;
  /** A change of it (e.g. the path) gives the children a new chance. */
  reset_key?: string;
  children: ReactNode;
};

/** Keeps a broken part from taking the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error): { error: Error } {
    return { error };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.error && before.reset_key !== this.props.reset_key) this.setState({ error: null });
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? this.props.fallback(error, () => this.setState({ error: null })) : this.props.children;
  }
}
