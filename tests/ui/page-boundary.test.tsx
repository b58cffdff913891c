import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BridgeError } from '../../renderer/app/bridge.ts';
import { PageBoundary } from '../../renderer/app/page-boundary.tsx';

const trouble: { thrown: unknown } = { thrown: null };

function Fragile() {
  if (trouble.thrown !== null) throw trouble.thrown;
  return <p>All is well.</p>;
}

const shown = (path: string) => (
  <>
    <nav>The rail</nav>
    <PageBoundary resetKey={path}>
      <Fragile />
    </PageBoundary>
  </>
);

describe('the boundary around a page', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    trouble.thrown = new Error('Cannot read properties of undefined');
  });
  afterEach(() => {
    cleanup();
    vi.restoreAllMocks();
  });

  it('says in plain words that the page broke and leaves the rest standing', () => {
    render(shown('/gate'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page could not be shown');
    expect(document.body.textContent).not.toContain('Cannot read properties');
    expect(screen.getByText('The rail')).toBeTruthy();
  });

  it('repeats the words of a failure that was told in words', () => {
    trouble.thrown = new BridgeError({ code: 'disk-full', message: 'The disk is full.' });
    render(shown('/gate'));
    expect(screen.getByText('The disk is full.')).toBeTruthy();
  });

  it('tries again when asked', async () => {
    render(shown('/gate'));
    trouble.thrown = null;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('All is well.')).toBeTruthy();
  });

  it('gives the next page a fresh start', () => {
    const { rerender } = render(shown('/gate'));
    trouble.thrown = null;
    rerender(shown('/calendar'));
    expect(screen.getByText('All is well.')).toBeTruthy();
  });
});
