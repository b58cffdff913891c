import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PageBoundary } from '../../renderer/app/page-boundary.tsx';
import { ItemPage } from '../../renderer/features/items/item-page.tsx';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderPage } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';

// The boundary itself is tested with page-boundary.test.tsx; here a real page breaks while somebody types in it.

function issued(): HTMLInputElement {
  const field = document.getElementById('biz-ein.issued');
  if (!(field instanceof HTMLInputElement)) throw new Error('The page has no such field.');
  return field;
}

const trouble = { breakNow: (): void => undefined, isOn: false };

/** Throws while it is drawn, from the moment a test says so. */
function Fragile({ children }: { readonly children: ReactNode }): ReactNode {
  const [, draw] = useState(0);
  trouble.breakNow = () => {
    trouble.isOn = true;
    draw((times) => times + 1);
  };
  if (trouble.isOn) throw new Error('broken');
  return children;
}

afterEach(() => {
  trouble.isOn = false;
  cleanup();
  vi.restoreAllMocks();
});

describe('a page that breaks while somebody types', () => {
  it('has the text back when it is tried again, stored or not', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const fake = aFakeBridge();
    fake.failWith('answerItem', { code: 'disk-full', message: 'Not saved: the disk is full.' });
    const { user } = await renderPage(
      <PageBoundary resetKey="page">
        <Fragile>
          <ItemPage itemId="biz-ein" />
        </Fragile>
      </PageBoundary>,
      { fake, memory: aSessionMemory() },
    );
    await user.type(screen.getByLabelText(/^Notes/), 'Typed before it broke');
    await user.type(issued(), '2/30');
    act(() => trouble.breakNow());
    expect(screen.getByRole('heading', { name: 'This page could not be shown' })).toBeTruthy();
    expect(screen.queryByLabelText(/^Notes/)).toBe(null);
    trouble.isOn = false;
    const [again] = screen.getAllByRole('button', { name: 'Try again' });
    await user.click(again as HTMLElement);
    await waitFor(() =>
      expect((screen.getByLabelText(/^Notes/) as HTMLTextAreaElement).value).toBe('Typed before it broke'),
    );
    expect(issued().value).toBe('2/30');
  });
});
