import { screen, within } from '@testing-library/react';
import { SaveNote } from '../../renderer/app/save-note.tsx';
import { ConnectionPage } from '../../renderer/features/connection/connection-page.tsx';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { Platform } from '../../shared/domain/device-checks/device-check.ts';
import { deviceChecks } from '../../shared/domain/device-checks/device-checks.ts';
import { probeInWords } from '../../shared/domain/device-checks/probe.ts';
import { EMPTY_PLAN, type Plan } from '../../shared/domain/plan.ts';
import { aDeviceRun } from './check-runs.ts';
import { aFakeBridge } from './fake-bridge.ts';
import { type RenderedPage, renderPage } from './render-form.tsx';
import { aSessionMemory } from './session-memory.ts';

interface OpenOptions {
  readonly plan?: Partial<Plan>;
  readonly runs?: readonly CheckRun[];
  readonly platform?: Platform | null;
  readonly memory?: ReturnType<typeof aSessionMemory>;
}

/** Opens the page “Secure connection” over a fake main process. */
export async function openPage({
  plan = {},
  runs = [],
  platform = 'linux',
  memory,
}: OpenOptions = {}): Promise<RenderedPage> {
  const fake = aFakeBridge({ plan: { ...EMPTY_PLAN, ...plan }, runs, platform });
  const page = await renderPage(
    <>
      <ConnectionPage />
      <SaveNote />
    </>,
    { fake, memory: memory ?? aSessionMemory() },
  );
  await screen.findByRole('heading', { name: 'Portals' });
  return page;
}

/** Looks whose commands were all run here before, so that nothing has to be shown first. */
export const seenLooks: readonly CheckRun[] = deviceChecks.map((family) => {
  const run = aDeviceRun(family.id);
  return { ...run, detail: { ...run.detail, method: family.on.linux.probes.map(probeInWords) } };
});

/** A box of the first form on the page. */
export const box = (label: 'Address' | 'What you call it' | 'Kind') =>
  within(document.querySelector('form') ?? document.body).getByLabelText(label) as HTMLInputElement;
/** What is said about a control: its hint, its message. */
export const saidOf = (control: HTMLElement): string =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
/** The button of this name. */
export const button = (name: string | RegExp) => screen.getByRole('button', { name });
/** The line of a closed row. */
export const row = (name: RegExp) => screen.getByRole('button', { name, expanded: false });
/** How many rows stand like this. */
export const standings = (kind: string) =>
  document.querySelectorAll(`li > button [data-standing="${kind}"]`).length;

/** Fills in the form of a new portal; the address is pasted. */
export async function fillIn({ user }: RenderedPage, address: string): Promise<void> {
  await user.type(box('What you call it'), 'Clearwater');
  await user.selectOptions(box('Kind'), 'clearinghouse');
  if (address !== '') {
    await user.click(box('Address'));
    await user.paste(address);
  }
}
