import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aPlan, aRecord } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';

describe('the plan on screen', () => {
  afterEach(() => vi.useRealTimers());

  it('follows every change in the store', async () => {
    const fake = aFakeBridge({ plan: aPlan() });
    await renderApp({ fake });
    expect(screen.getByText('0 of 50 required items settled.')).toBeTruthy();
    act(() => fake.change(aPlan([aRecord('biz-entity')])));
    expect(await screen.findByText('1 of 50 required items settled.')).toBeTruthy();
  });

  it('is read again when the window comes back to the front', async () => {
    const { fake } = await renderApp({ fake: aFakeBridge({ plan: aPlan() }) });
    const before = fake.callsTo('loadPlan').length;
    act(() => window.dispatchEvent(new Event('focus')));
    await waitFor(() => expect(fake.callsTo('loadPlan')).toHaveLength(before + 1));
  });

  it('is read again when the day changes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true });
    vi.setSystemTime(new Date(2026, 10, 22, 23, 59, 50));
    const { fake } = await renderApp({ fake: aFakeBridge({ plan: aPlan() }) });
    const before = fake.callsTo('loadPlan').length;
    await act(() => vi.advanceTimersByTimeAsync(12_000));
    await waitFor(() => expect(fake.callsTo('loadPlan')).toHaveLength(before + 1));
  });
});
