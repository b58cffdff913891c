import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type ReactNode, Suspense, useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createQueryClient } from '../../renderer/app/query-client.ts';
import { ReportPage } from '../../renderer/features/report/report-page.tsx';
import { ReportToolbar } from '../../renderer/features/report/report-toolbar.tsx';
import type { Paper } from '../../shared/ipc/contract.ts';
import { aFakeBridge, type FakeBridge, installBridge } from '../support/fake-bridge.ts';
import { withoutLayout } from '../support/without-layout.ts';

beforeAll(withoutLayout);
afterEach(cleanup);

function Toolbar(): ReactNode {
  const [paper, setPaper] = useState<Paper>('letter');
  return <ReportToolbar paper={paper} onPaper={setPaper} />;
}

function openToolbar(): FakeBridge {
  const fake = aFakeBridge();
  installBridge(fake);
  render(<Toolbar />);
  return fake;
}

const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }));

describe('the report on screen', () => {
  it('shows the pages of the plan under their count', async () => {
    installBridge(aFakeBridge());
    const { container } = render(
      <QueryClientProvider client={createQueryClient()}>
        <Suspense>
          <ReportPage />
        </Suspense>
      </QueryClientProvider>,
    );
    expect(await screen.findByText('1 page', {}, { timeout: 20_000 })).toBeTruthy();
    expect(container.querySelector('.sheet h1')?.textContent).toBe('A business without a name yet');
  }, 30_000);

  it('prints on the paper that was chosen', async () => {
    const fake = openToolbar();
    await userEvent.click(screen.getByRole('radio', { name: 'A4' }));
    await press('Print…');
    expect(fake.callsTo('printReport')).toEqual([{ paper: 'a4' }]);
    expect(await screen.findByText('Handed over for printing.')).toBeTruthy();
  });

  it.each([
    ['Save PDF', 'pdf'],
    ['Save JSON', 'json'],
    ['Save CSV', 'csv'],
  ])('%s says where the file is and shows it in its folder', async (button, format) => {
    const fake = openToolbar();
    await press(button);
    expect(fake.callsTo('exportReport')).toEqual([{ format, paper: 'letter' }]);
    expect((await screen.findByText(/^Saved as/)).textContent).toContain(
      `Saved as readiness-report.${format} in /home/you.`,
    );
    await press('Show in folder');
    expect(fake.callsTo('revealFile')).toEqual([{ fileId: 'f1' }]);
  });

  it('says in words what went wrong, and can be asked again', async () => {
    const fake = openToolbar();
    fake.failWith('printReport', { code: 'no-printer', message: 'No printer is set up on this computer.' });
    await press('Print…');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The report was not printed');
    expect(alert.textContent).toContain('No printer is set up on this computer.');
    fake.failWith('printReport', null);
    await press('Print…');
    expect(await screen.findByText('Handed over for printing.')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('takes a dialog closed without saving for no failure', async () => {
    const fake = openToolbar();
    fake.failWith('exportReport', { code: 'cancelled', message: 'Nothing was saved.' });
    await press('Save PDF');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('does one thing at a time, and says what', async () => {
    const fake = openToolbar();
    const release = fake.hold('exportReport');
    await press('Save PDF');
    expect(screen.getByRole('status').textContent).toBe('Making the PDF…');
    await press('Save JSON');
    await press('Print…');
    release();
    await screen.findByText(/^Saved as/);
    expect(fake.callsTo('exportReport')).toEqual([{ format: 'pdf', paper: 'letter' }]);
    expect(fake.callsTo('printReport')).toEqual([]);
  });
});
