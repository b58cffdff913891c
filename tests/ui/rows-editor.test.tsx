import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { choice, date, evidence, rows, text, yesNo } from '../../shared/catalog/field-builders.ts';
import type { Row } from '../../shared/domain/field.ts';
import { renderForm, whenSaved } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';
import { aProfile } from '../support/test-profile.ts';

const policies = rows('policies', 'Policies', 'policy', [
  text('carrier', 'Carrier', { required: true }),
  date('ends_on', 'Ends on', { required: true }),
  yesNo('claims', 'Any claims?'),
  text('which', 'Which claims', { showWhen: (beside) => beside.isYes('claims') }),
]);

const ACME: Row = { rowId: 'r1', carrier: 'Acme', ends_on: '2027-01-31' };
const BOLT: Row = { rowId: 'r2', carrier: 'Bolt' };

const header = (name: RegExp): HTMLElement => screen.getByRole('button', { name });

describe('rows the user adds', () => {
  it('are added with the cursor in the first field, and each cell saves by itself', async () => {
    const form = await renderForm([policies]);
    await form.user.click(screen.getByRole('button', { name: 'Add a policy' }));
    expect(document.activeElement).toBe(screen.getByLabelText('Carrier'));
    await form.user.keyboard('Acme');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('policies')).toEqual([{ rowId: expect.any(String), carrier: 'Acme' }]);
    await form.user.type(screen.getByLabelText('Ends on'), '1/31/2027');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('policies')).toEqual([
      { rowId: expect.any(String), carrier: 'Acme', ends_on: '2027-01-31' },
    ]);
    expect(header(/^Policy 1/).textContent).toContain('Filled in');
  });

  it('say in one line what they hold and what is left', async () => {
    await renderForm([policies], { answers: { policies: [ACME, BOLT] } });
    expect(header(/^Policy 1/).textContent).toBe('Policy 1Acme · 31 Jan 2027Filled in');
    expect(header(/^Policy 2/).textContent).toBe('Policy 2Bolt1 to fill in');
  });

  it('open and close by their header, which names what it controls', async () => {
    const form = await renderForm([policies], { answers: { policies: [ACME, BOLT] } });
    expect(header(/^Policy 2/).getAttribute('aria-expanded')).toBe('false');
    await form.user.click(header(/^Policy 2/));
    expect(header(/^Policy 2/).getAttribute('aria-expanded')).toBe('true');
    expect(within(form.control('policies.r2')).getByLabelText('Carrier')).toHaveProperty('value', 'Bolt');
    await form.user.click(header(/^Policy 2/));
    expect(screen.queryByLabelText('Carrier')).toBe(null);
  });

  it('are removed and put back in their place, once', async () => {
    const form = await renderForm([policies], { answers: { policies: [ACME, BOLT] } });
    await form.user.click(header(/^Policy 1/));
    await form.user.click(screen.getByRole('button', { name: 'Remove policy 1' }));
    await whenSaved();
    expect(form.stored('policies')).toEqual([BOLT]);
    const putBack = screen.getByRole('button', { name: 'Put it back' });
    expect(document.activeElement).toBe(putBack);
    await form.user.click(putBack);
    await whenSaved();
    expect(form.stored('policies')).toEqual([ACME, BOLT]);
    expect(screen.queryByRole('button', { name: 'Put it back' })).toBe(null);
  });

  it('leave no answer behind when the last one is removed', async () => {
    const form = await renderForm([policies], { answers: { policies: [ACME] } });
    await form.user.click(screen.getByRole('button', { name: 'Remove policy 1' }));
    await whenSaved();
    expect(form.stored('policies')).toBe(undefined);
  });

  it('ask a further question only in the row that needs it', async () => {
    const form = await renderForm([policies], { answers: { policies: [ACME, BOLT] } });
    await form.user.click(header(/^Policy 1/));
    await form.user.click(header(/^Policy 2/));
    const second = within(form.control('policies.r2'));
    await form.user.click(second.getByRole('radio', { name: 'Yes' }));
    second.getByLabelText(/^Which claims/);
    expect(within(form.control('policies.r1')).queryByLabelText(/^Which claims/)).toBe(null);
  });

  it('open again with a text that could not be read, and say so in their header', async () => {
    const memory = aSessionMemory();
    const answers = { policies: [ACME, BOLT] };
    const before = await renderForm([policies], { answers, memory });
    await before.user.click(header(/^Policy 2/));
    await before.user.type(before.control('policies.r2.ends_on'), 'some day');
    await before.user.tab();
    before.view.unmount();
    const after = await renderForm([policies], { answers, memory });
    expect(header(/^Policy 2/).textContent).toContain('Look again');
    expect(after.control('policies.r2.ends_on')).toHaveProperty('value', 'some day');
    expect(header(/^Policy 1/).textContent).not.toContain('Look again');
  });

  it('show a refusal of the store beside the cell it names', async () => {
    const form = await renderForm([policies], { answers: { policies: [ACME, BOLT] } });
    await form.user.click(header(/^Policy 2/));
    form.fake.failWith('answerItem', {
      code: 'invalid-answer',
      message: 'No such carrier.',
      field: 'policies.1.carrier',
    });
    await form.user.type(form.control('policies.r2.carrier'), 's');
    await form.user.tab();
    await screen.findByText('No such carrier.');
    expect(form.saidOf('policies.r2.carrier')).toContain('No such carrier.');
  });

  it('can be searched when there are many', async () => {
    const many: Row[] = Array.from({ length: 40 }, (_, at) => ({
      rowId: `r${at}`,
      carrier: `Carrier ${at}x`,
    }));
    const form = await renderForm([policies], { answers: { policies: many } });
    await form.user.type(screen.getByRole('searchbox', { name: 'Find a policy' }), '37x');
    expect(screen.getAllByRole('button', { name: /^Policy/ })).toHaveLength(1);
    screen.getByText('1 of 40');
  });

  it('stop at the most that fits', async () => {
    const full = { ...policies, maxRows: 2 };
    await renderForm([full], { answers: { policies: [ACME, BOLT] } });
    expect(screen.queryByRole('button', { name: 'Add another policy' })).toBe(null);
    screen.getByText('2 rows is the most that fits here.');
  });
});

describe('rows the catalog prescribes', () => {
  const steps = rows(
    'steps',
    'Steps',
    'step',
    [choice('result', 'Result', { pass: 'Passed', fail: 'Failed' }, { required: true })],
    {
      fixedRows: [
        { rowId: 'charge', label: 'Enter a charge' },
        { rowId: 'post', label: 'Post a payment' },
      ],
    },
  );

  it('are always there under their own names, and are stored from the first answer on', async () => {
    const form = await renderForm([steps]);
    const post = screen.getByRole('group', { name: 'Post a payment' });
    await form.user.click(within(post).getByRole('radio', { name: 'Failed' }));
    await whenSaved();
    expect(form.stored('steps')).toEqual([{ rowId: 'post', result: 'fail' }]);
    screen.getByRole('group', { name: 'Enter a charge' });
    expect(screen.queryByRole('button', { name: /Add|Remove/ })).toBe(null);
  });

  it('come from the profile and keep the answers of rows it no longer asks for', async () => {
    const perState = rows('fees', 'Fees', 'state', [text('fee', 'Fee'), evidence('proof', 'Proof')], {
      fixedRowsFor: (profile) => profile.clientStates.map((code) => ({ rowId: code, label: code })),
    });
    const form = await renderForm([perState], {
      profile: aProfile({ clientStates: ['NJ'] }),
      answers: { fees: [{ rowId: 'PA', fee: 'flat' }] },
    });
    expect(screen.queryByRole('button', { name: /^PA/ })).toBe(null);
    await form.user.type(screen.getByLabelText('Fee'), 'hourly');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('fees')).toEqual([
      { rowId: 'PA', fee: 'flat' },
      { rowId: 'NJ', fee: 'hourly' },
    ]);
  });

  it('say where they come from while the profile names none', async () => {
    const perState = rows('fees', 'Fees', 'state', [text('fee', 'Fee')], { fixedRowsFor: () => [] });
    await renderForm([perState]);
    expect(screen.getByRole('group', { name: 'Fees' }).textContent).toContain('comes from your profile');
    expect(screen.getByRole('link', { name: /business/ }).getAttribute('href')).toBe('/welcome');
  });
});
