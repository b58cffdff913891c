import { fireEvent, screen } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  date,
  integer,
  longText,
  money,
  pastDate,
  percent,
  text,
  url,
} from '../../shared/catalog/field-builders.ts';
import { renderForm, whenSaved } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';
import { TODAY } from '../support/test-profile.ts';

// jsdom has no calendar to show.
beforeAll(() => {
  HTMLInputElement.prototype.showPicker ??= () => undefined;
});

describe('editors to type in', () => {
  it.each([
    ['text', text('f', 'Field'), 'CP-20418', 'CP-20418', 'CP-20418'],
    ['long text', longText('f', 'Field'), 'one two', 'one two', 'one two'],
    ['US date', date('f', 'Field'), '12/18/2026', '2026-12-18', '18 Dec 2026'],
    ['date in words', date('f', 'Field'), 'December 18, 2026', '2026-12-18', '18 Dec 2026'],
    ['integer', integer('f', 'Field', [1, 5000]), '1,200', 1200, '1200'],
    ['money', money('f', 'Field'), '$1,049.9', 104990, '1,049.90'],
    ['percent', percent('f', 'Field'), '99.95%', 99.95, '99.95'],
    ['address', url('f', 'Field'), 'https://naag.org', 'https://naag.org', 'https://naag.org'],
  ])('store %s as typed and show it back', async (_, field, typed, stored, shown) => {
    const form = await renderForm([field]);
    await form.user.type(form.control('f'), typed);
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toEqual(stored);
    expect(form.control('f')).toHaveProperty('value', shown);
    expect(form.control('f').getAttribute('aria-invalid')).toBe('false');
  });

  it.each([
    ['a date that is none', date('f', 'Field'), '31 Febuary', 'That is not a date.'],
    ['a day still to come', pastDate('f', 'Field'), '12/18/2026', 'That date is still to come.'],
    ['a number that is too big', integer('f', 'Field', [1, 90]), '91', 'Enter a whole number from 1 to 90.'],
    ['words for an amount', money('f', 'Field'), 'about 40', 'Enter an amount in dollars'],
    ['more than all', percent('f', 'Field'), '101', 'Enter a percentage from 0 to 100.'],
    ['an address that is not https', url('f', 'Field'), 'http://naag.org', 'starts with https://'],
    [
      'a text that breaks its pattern',
      text('f', 'Field', { pattern: { regex: /^\d{4}$/, message: 'Four digits.' } }),
      '12',
      'Four digits.',
    ],
  ])('refuse %s in words and keep the text', async (_, field, typed, words) => {
    const form = await renderForm([field]);
    await form.user.type(form.control('f'), typed);
    await form.user.tab();
    await whenSaved();
    expect(form.control('f')).toHaveProperty('value', typed);
    expect(form.control('f').getAttribute('aria-invalid')).toBe('true');
    expect(form.saidOf('f')).toContain(words);
  });

  it('say nothing while one is still typing, and stop saying it as soon as the text is right', async () => {
    const form = await renderForm([date('f', 'Field')]);
    await form.user.type(form.control('f'), '12/18');
    expect(form.saidOf('f')).toBe('');
    await form.user.tab();
    expect(form.saidOf('f')).toContain('That is not a date.');
    await form.user.type(form.control('f'), '/2026');
    expect(form.saidOf('f')).not.toContain('That is not a date.');
  });

  it('say which day they understood while one types', async () => {
    const form = await renderForm([date('f', 'Field')]);
    await form.user.type(form.control('f'), '12/18/2026');
    expect(form.saidOf('f')).toBe('Fri 18 Dec 2026');
  });

  it('say what is still saved when the new text cannot be read', async () => {
    const form = await renderForm([money('f', 'Field')], { answers: { f: 4995 } });
    await form.user.type(form.control('f'), ' or so');
    await form.user.tab();
    expect(form.control('f')).toHaveProperty('value', '49.95 or so');
    expect(form.saidOf('f')).toContain('Not saved. Enter an amount in dollars, such as 49.95. Kept: $49.95.');
    expect(form.stored('f')).toBe(4995);
  });

  it('keep what stood there, not half of a number that ends wrong, and say so', async () => {
    const field = integer('f', 'Field', [0, 365], { unit: 'days' });
    const form = await renderForm([field], { answers: { f: 30 } });
    await form.user.clear(form.control('f'));
    await form.user.type(form.control('f'), '90');
    await whenSaved();
    expect(form.stored('f')).toBe(90);
    await form.user.type(form.control('f'), '0');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toBe(30);
    expect(form.control('f')).toHaveProperty('value', '900');
    expect(form.saidOf('f')).toContain('Not saved. Enter a whole number from 0 to 365. Kept: 30 days.');
    await form.user.type(form.control('f'), '{Backspace}');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toBe(90);
    expect(form.saidOf('f')).not.toContain('Not saved');
  });

  it.each([
    ['a number', integer('f', 'Field', [0, 365]), '900'],
    ['a date', pastDate('f', 'Field'), '1/1/20265'],
    ['an amount', money('f', 'Field'), '49.955'],
    ['an address', url('f', 'Field'), 'https://example.com/a b'],
  ])('keep nothing of %s that ends wrong where nothing stood before', async (_, field, typed) => {
    const form = await renderForm([field]);
    for (const letter of typed) {
      await form.user.type(form.control('f'), letter);
      await whenSaved();
    }
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toBe(undefined);
    expect(form.saidOf('f')).toMatch(/^Not saved\. /);
    expect(form.saidOf('f')).not.toContain('Kept');
  });

  it('clear the answer when the box is emptied', async () => {
    const form = await renderForm([integer('f', 'Field', [1, 90])], { answers: { f: 12 } });
    await form.user.clear(form.control('f'));
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toBe(undefined);
  });

  it.each([
    ['markup', '<img src=x onerror=alert(1)>&amp;'],
    ['a formula', '=HYPERLINK("x")'],
    ['right-to-left text', 'שלום عالم ‏12‎'],
    ['emoji', '👩🏽‍⚕️ 🧾'],
    ['control characters', 'tab\tbell\u0007null\u0000end'],
    ['a quotation in curly marks', '“Don’t”'],
  ])('keep %s exactly as it is', async (_, typed) => {
    const form = await renderForm([longText('f', 'Field')]);
    fireEvent.focus(form.control('f'));
    fireEvent.change(form.control('f'), { target: { value: typed } });
    fireEvent.blur(form.control('f'));
    await whenSaved();
    expect(form.stored('f')).toBe(typed);
    expect(form.control('f')).toHaveProperty('value', typed);
  });

  it('warn of patient data without stopping the save', async () => {
    const form = await renderForm([longText('f', 'Field')]);
    await form.user.type(form.control('f'), 'SSN 123-45-6789');
    await form.user.tab();
    await whenSaved();
    expect(form.saidOf('f')).toContain('This looks like a Social Security number.');
    expect(form.control('f').getAttribute('aria-invalid')).toBe('false');
    expect(form.stored('f')).toBe('SSN 123-45-6789');
  });

  it('count the characters near the limit and keep a text that is too long, unsaved', async () => {
    const form = await renderForm([longText('f', 'Field', { maxLength: 50 })]);
    const most = 'x'.repeat(48);
    await form.user.click(form.control('f'));
    await form.user.paste(most);
    screen.getByText('48 of 50');
    await form.user.keyboard(' and more');
    screen.getByText('7 too many');
    await form.user.tab();
    await whenSaved();
    expect(form.saidOf('f')).toContain('This is 57 characters long; the limit is 50.');
    expect(form.control('f')).toHaveProperty('value', `${most} and more`);
    expect(form.stored('f')).toBe(`${most} a`);
    expect(form.saidOf('f')).toContain('Kept: what last fitted, 50 characters.');
  });

  it('bring a text that could not be read back after the page was left or loaded again', async () => {
    const memory = aSessionMemory();
    const before = await renderForm([date('f', 'Field')], { memory });
    await before.user.type(before.control('f'), 'next spring');
    before.view.unmount();
    const after = await renderForm([date('f', 'Field')], { memory });
    expect(after.control('f')).toHaveProperty('value', 'next spring');
    expect(after.saidOf('f')).toContain('That is not a date.');
    await after.user.clear(after.control('f'));
    await after.user.type(after.control('f'), '4/1/2027');
    await after.user.tab();
    await whenSaved();
    expect(after.stored('f')).toBe('2027-04-01');
    expect(memory.read('first-claim.drafts')).toBe(null);
  });

  it('take a day picked from the calendar in place of what was typed', async () => {
    const form = await renderForm([date('f', 'Field')]);
    await form.user.type(form.control('f'), 'next spring');
    await form.user.click(screen.getByRole('button', { name: 'Pick a day: Field' }));
    const picker = document.querySelector('input[type="date"]');
    if (picker === null) throw new Error('No calendar');
    fireEvent.change(picker, { target: { value: '2027-04-01' } });
    await whenSaved();
    expect(form.stored('f')).toBe('2027-04-01');
    expect(form.control('f')).toHaveProperty('value', '1 Apr 2027');
  });

  it('let no calendar day still to come be picked for something that has happened', async () => {
    await renderForm([pastDate('f', 'Field')]);
    expect(document.querySelector('input[type="date"]')?.getAttribute('max')).toBe(TODAY);
  });

  it('send what is typed when the window goes away, without waiting for the pause', async () => {
    const form = await renderForm([text('f', 'Field')]);
    await form.user.type(form.control('f'), 'last words');
    fireEvent(window, new Event('pagehide'));
    expect(form.fake.callsTo('answerItem').at(-1)?.patch).toEqual({ f: 'last words' });
  });

  it('bring a refusal of the store back to the field', async () => {
    const form = await renderForm([text('f', 'Field'), text('g', 'Other')]);
    form.fake.failWith('answerItem', { code: 'invalid-answer', message: 'Not that one.', field: 'f' });
    await form.user.type(form.control('f'), 'that one');
    await form.user.tab();
    expect(await screen.findByText('Not that one.')).toBeTruthy();
    expect(form.control('f')).toHaveProperty('value', 'that one');
    expect(form.control('f').getAttribute('aria-invalid')).toBe('true');
  });

  it('say "optional" only in forms that also have required fields', async () => {
    const both = await renderForm([text('f', 'Field', { required: true }), text('g', 'Other')]);
    expect(screen.getByLabelText('Other (optional)')).toBe(both.control('g'));
    expect(screen.getByLabelText('Field')).toBe(both.control('f'));
    both.view.unmount();
    await renderForm([text('g', 'Other')]);
    screen.getByLabelText('Other');
  });
});
