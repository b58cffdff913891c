import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { expect, onTestFinished, vi } from 'vitest';
import { App } from '../../renderer/app/app.tsx';
import { aFakeBridge, type FakeBridge, installBridge } from './fake-bridge.ts';

// The whole app on a busy machine: give it time rather than a verdict about the machine.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

export interface RenderedApp {
  readonly fake: FakeBridge;
  readonly user: UserEvent;
  /** Goes to a page with another heading, as a link does. */
  readonly goTo: (path: string) => Promise<void>;
}

/** Opens the whole app at a path over a fake main process, and waits for its first heading. */
export async function renderApp(options: {
  readonly fake?: FakeBridge;
  readonly path?: string;
}): Promise<RenderedApp> {
  const fake = options.fake ?? aFakeBridge();
  installBridge(fake);
  window.location.hash = options.path ?? '/';
  // jsdom lays nothing out and so has nowhere to scroll to.
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  onTestFinished(() => {
    cleanup();
    vi.restoreAllMocks();
    window.sessionStorage.clear();
    window.location.hash = '';
  });
  const user = userEvent.setup();
  render(<App />);
  await screen.findByRole('heading', { level: 1 });
  return {
    fake,
    user,
    goTo: async (path) => {
      const before = screen.getByRole('heading', { level: 1 }).textContent;
      window.location.hash = path;
      await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe(before));
    },
  };
}
