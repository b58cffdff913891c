import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PartnerPage } from '../../renderer/features/partners/partner-page.tsx';
import type { AnswerValue } from '../../shared/domain/field.ts';
import type { PlanRecord } from '../../shared/domain/plan.ts';
import { aClient, aPartner, aVendor, withPartners } from '../support/a-partner.ts';
import { aPlan } from '../support/a-plan.ts';
import { aFakeBridge } from '../support/fake-bridge.ts';
import { type RenderedPage, renderPage, whenSaved } from '../support/render-form.tsx';

interface Opened extends RenderedPage {
  readonly stored: (field: string) => AnswerValue | undefined;
}

/** Opens the page of the first of these partners. */
async function open(...records: readonly PlanRecord[]): Promise<Opened> {
  const id = records[0]?.id ?? '';
  const fake = aFakeBridge({ plan: withPartners(records, aPlan()) });
  const page = await renderPage(<PartnerPage id={id} />, { fake });
  return {
    ...page,
    stored: (field) => fake.plan().records.find((record) => record.id === id)?.answers[field],
  };
}

const control = (id: string, field: string): HTMLInputElement => {
  const found = document.getElementById(`record/partner/${id}.${field}`);
  if (found === null) throw new Error(`No control ${field}`);
  return found as HTMLInputElement;
};
const messageAt = (id: string, field: string): string =>
  document.getElementById(`record/partner/${id}.${field}-message`)?.textContent ?? '';
/** Puts a text in the place of another at once, as pasting over it does. */
const replaceText = (box: HTMLInputElement, typed: string): void => {
  fireEvent.focus(box);
  fireEvent.change(box, { target: { value: typed } });
  fireEvent.blur(box);
};
const headings = (): readonly (string | null)[] =>
  screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

describe('the page of a partner', () => {
  it('asks for everything by groups, and only what concerns its kind', async () => {
    await open(aVendor('Keystone'));
    expect(headings()).toEqual([
      'Who it is',
      'Business associate agreement (BAA)',
      'Exclusion lists',
      'Note',
    ]);
    screen.getByLabelText('What it does for you');
    expect(screen.queryByText(/within how many days you report/)).toBeNull();
    expect(screen.queryByText('Still missing')).toBeNull();
  });

  it('asks a client for its deadline instead of its role', async () => {
    await open(aClient('Riverbend', { deadline_known: false }));
    screen.getByText(/within how many days you report/);
    expect(screen.queryByLabelText('What it does for you')).toBeNull();
    expect(document.getElementById('record/partner/Riverbend.incident_days')).toBeNull();
  });

  it('says how the agreement stands, and what is still missing', async () => {
    await open(aPartner('x', { partner_kind: 'client', name: 'Riverbend', baa_status: 'missing' }));
    screen.getByText('Not signed by both. No patient data may pass.');
    const missing = screen.getByRole('region', { name: 'Still missing' });
    expect(
      within(missing)
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toContain('Fill in “Is the data returned or destroyed at the end?”.');
  });

  it('saves by itself and follows at once', async () => {
    const { user, stored } = await open(aClient('Riverbend', { baa_status: 'missing' }));
    await user.click(screen.getByLabelText('Signed by both'));
    await whenSaved();
    expect(stored('baa_status')).toBe('signed');
    screen.getByText('Signed on 1 Sep 2026.');
  });

  it('goes by its own name and can lose neither that nor its place by a mistake', async () => {
    const { user, stored } = await open(aVendor('Keystone'), aVendor('Plainview'));
    const name = control('Keystone', 'name');
    await user.clear(name);
    await user.tab();
    await waitFor(() => expect(messageAt('Keystone', 'name')).toBe('Give it a name.'));
    await user.type(name, 'PLAINVIEW');
    await user.tab();
    await waitFor(() =>
      expect(messageAt('Keystone', 'name')).toBe(
        'There is a partner of this name already. Use another name.',
      ),
    );
    expect(name.value).toBe('PLAINVIEW');
    expect(stored('name')).toBe('Keystone');
    screen.getByRole('heading', { level: 1, name: 'Keystone' });
  });
});

describe('two dates that cannot both be right', () => {
  const MESSAGE = /^It would end on 1 Aug 2026, before it was signed on 1 Sep 2026/;

  it('are refused beside the one just typed, which stays', async () => {
    const { user, stored } = await open(aVendor('Keystone'));
    await user.type(control('Keystone', 'expires'), '8/1/2026');
    await user.tab();
    await waitFor(() => expect(messageAt('Keystone', 'expires')).toMatch(MESSAGE));
    expect(control('Keystone', 'expires').value).toBe('1 Aug 2026');
    expect(stored('expires')).toBeUndefined();
  });

  it('are both taken as soon as the other one is put right', async () => {
    const { user, stored } = await open(aVendor('Keystone'));
    await user.type(control('Keystone', 'expires'), '8/1/2026');
    await user.tab();
    await waitFor(() => expect(messageAt('Keystone', 'expires')).toMatch(MESSAGE));
    const signed = control('Keystone', 'signed');
    await user.clear(signed);
    await user.type(signed, '7/1/2026');
    await user.tab();
    await waitFor(() => expect(stored('expires')).toBe('2026-08-01'));
    expect(stored('signed')).toBe('2026-07-01');
    await waitFor(() => expect(messageAt('Keystone', 'expires')).toBe(''));
  });

  it('are refused on the day of the signature if that is still to come', async () => {
    const { stored } = await open(aVendor('Keystone'));
    const signed = control('Keystone', 'signed');
    replaceText(signed, '1/1/2027');
    await waitFor(() => expect(messageAt('Keystone', 'signed')).toContain('still to come'));
    expect(signed.value).toBe('1/1/2027');
    expect(stored('signed')).toBe('2026-09-01');
  });
});

describe('other wrong input', () => {
  it('“not needed” is refused while patient data passes', async () => {
    const { user, stored } = await open(aVendor('Keystone'));
    await user.click(screen.getByLabelText('Not needed: handles no patient data'));
    await waitFor(() => expect(messageAt('Keystone', 'baa_status')).toContain('so an agreement is needed'));
    expect(stored('baa_status')).toBe('signed');
  });

  it('a state that does not exist is said to be none, and stays in the box', async () => {
    const { user, stored } = await open(aVendor('Keystone'));
    const states = control('Keystone', 'states');
    await user.type(states, 'Freedonia');
    await user.tab();
    await waitFor(() =>
      expect(messageAt('Keystone', 'states')).toBe(
        'No state that could be added has the name “Freedonia”. Nothing was added.',
      ),
    );
    expect(states.value).toBe('Freedonia');
    expect(states.getAttribute('aria-invalid')).toBe('true');
    expect(stored('states')).toBeUndefined();
    await user.clear(states);
    await user.type(states, 'new j');
    await user.tab();
    await waitFor(() => expect(messageAt('Keystone', 'states')).toContain('“new j” is not added yet'));
    await user.type(states, '{Enter}');
    await waitFor(() => expect(stored('states')).toEqual(['NJ']));
    expect(messageAt('Keystone', 'states')).toBe('');
  });

  it('more days than a year has are refused', async () => {
    const { stored } = await open(aVendor('Keystone'));
    const days = control('Keystone', 'incident_days');
    replaceText(days, '900');
    await waitFor(() => expect(messageAt('Keystone', 'incident_days')).toContain('from 0 to 365'));
    expect(days.value).toBe('900');
    expect(stored('incident_days')).toBe(5);
  });
});

describe('a partner as a whole', () => {
  it('is taken off the list and put back, with everything it holds', async () => {
    const { user, fake, stored } = await open(aVendor('Keystone'));
    await user.click(screen.getByRole('button', { name: 'Take off the list' }));
    await screen.findByText(/It counts nowhere, and nothing is lost/);
    expect(fake.plan().records[0]?.archivedOn).not.toBeNull();
    await user.click(screen.getByRole('button', { name: 'Put it back: Keystone' }));
    await waitFor(() => expect(fake.plan().records[0]?.archivedOn).toBeNull());
    expect(stored('version')).toBe('1.0');
  });

  it('has its last change taken back, after what was typed last is saved', async () => {
    const { user, fake } = await open(aVendor('Keystone'));
    await user.type(control('Keystone', 'contact'), 'Ann');
    await user.click(screen.getByRole('button', { name: 'Undo last change' }));
    await waitFor(() => expect(fake.callsTo('undoRecord')).toEqual([{ id: 'Keystone' }]));
    expect(fake.calls.map(({ channel }) => channel)).toEqual(
      expect.arrayContaining(['saveRecord', 'undoRecord']),
    );
    await screen.findByText('There is nothing to undo here yet.');
  });

  it('that is not there is not found', async () => {
    const fake = aFakeBridge({ plan: withPartners([aVendor('Keystone')], aPlan()) });
    await renderPage(
      <>
        <PartnerPage id="nobody" />
        <span data-save-state="idle" />
      </>,
      { fake },
    );
    expect(screen.queryByLabelText('Name')).toBeNull();
    screen.getByRole('heading', { level: 1 });
  });
});
