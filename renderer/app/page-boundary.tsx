import { Component, type ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { messageOf } from './bridge.ts';
import { Page, PageHeader } from './page.tsx';

interface PageBoundaryProps {
  /** When it changes, the page gets another chance: the address. */
  readonly resetKey: string;
  /** Called before another try, such as to forget a failed query. */
  readonly onRetry?: (() => void) | undefined;
  /** What to say has happened. */
  readonly title?: string | undefined;
  readonly children: ReactNode;
}

interface PageBoundaryState {
  readonly thrown: { readonly value: unknown } | null;
  readonly resetKey: string;
}

/** Keeps one broken page from taking the rest of the app with it. */
export class PageBoundary extends Component<PageBoundaryProps, PageBoundaryState> {
  override state: PageBoundaryState = { thrown: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(value: unknown): Partial<PageBoundaryState> {
    return { thrown: { value } };
  }

  static getDerivedStateFromProps(
    props: PageBoundaryProps,
    state: PageBoundaryState,
  ): Partial<PageBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { thrown: null, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.thrown === null) return this.props.children;
    return (
      <Page>
        <PageHeader
          title={this.props.title ?? 'This page could not be shown'}
          lead={messageOf(this.state.thrown.value)}
        />
        <Button
          kind="primary"
          onClick={() => {
            this.props.onRetry?.();
            this.setState({ thrown: null });
          }}
        >
          Try again
        </Button>
      </Page>
    );
  }
}
