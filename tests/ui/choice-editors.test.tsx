import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  evidence,
  state,
  states,
  text,
  yesNo,
} from '../../shared/catalog/field-builders.ts';
import { renderForm, whenSaved } from '../support/render-form.tsx';
import { aSessionMemory } from '../support/session-memory.ts';

const COLORS = { red: 'Red', green: 'Green', blue: 'Blue' };
const MANY = { ...COLORS, black: 'Black', white: 'White' };

describe('editors to choose from', () => {
  it('store yes and no, and can be cleared when nobody has to answer', async () => {
    const form = await renderForm([yesNo('f', 'Fax?')]);
    await form.user.click(screen.getByRole('radio', { name: 'No' }));
    await whenSaved();
    expect(form.stored('f')).toBe(false);
    await form.user.click(screen.getByRole('radio', { name: 'Yes' }));
    await whenSaved();
    expect(form.stored('f')).toBe(true);
    await form.user.click(screen.getByRole('button', { name: 'Clear: Fax?' }));
    await whenSaved();
    expect(form.stored('f')).toBe(undefined);
  });

  it('have no way to clear an answer that has to be given', async () => {
    await renderForm([yesNo('f', 'Fax?', { required: true })], { answers: { f: true } });
    expect(screen.queryByRole('button', { name: /Clear/ })).toBe(null);
  });

  it('show few options as radio buttons and more as a select', async () => {
    const form = await renderForm([choice('few', 'Few', COLORS), choice('many', 'Many', MANY)]);
    const few = screen.getByRole('radiogroup', { name: 'Few' });
    await form.user.click(within(few).getByRole('radio', { name: 'Green' }));
    await form.user.selectOptions(screen.getByRole('combobox', { name: 'Many' }), 'White');
    await whenSaved();
    expect([form.stored('few'), form.stored('many')]).toEqual(['green', 'white']);
    await form.user.selectOptions(screen.getByRole('combobox', { name: 'Many' }), 'Choose…');
    await whenSaved();
    expect(form.stored('many')).toBe(undefined);
  });

  it('store several choices in the order of the list', async () => {
    const form = await renderForm([choices('f', 'Colors', COLORS)]);
    await form.user.click(screen.getByRole('checkbox', { name: 'Blue' }));
    await form.user.click(screen.getByRole('checkbox', { name: 'Red' }));
    await whenSaved();
    expect(form.stored('f')).toEqual(['red', 'blue']);
    await form.user.click(screen.getByRole('checkbox', { name: 'Blue' }));
    await form.user.click(screen.getByRole('checkbox', { name: 'Red' }));
    await whenSaved();
    expect(form.stored('f')).toBe(undefined);
  });

  it('store a state by its code', async () => {
    const form = await renderForm([state('f', 'Home state')]);
    await form.user.selectOptions(screen.getByRole('combobox', { name: 'Home state' }), 'New Jersey');
    await whenSaved();
    expect(form.stored('f')).toBe('NJ');
  });

  it('show a field only while its condition holds, and keep its answer meanwhile', async () => {
    const form = await renderForm([
      yesNo('has', 'Any?'),
      text('which', 'Which', { showWhen: (beside) => beside.isYes('has') }),
    ]);
    expect(screen.queryByLabelText('Which')).toBe(null);
    await form.user.click(screen.getByRole('radio', { name: 'Yes' }));
    await form.user.type(screen.getByLabelText('Which'), 'That one');
    await form.user.click(screen.getByRole('radio', { name: 'No' }));
    await whenSaved();
    expect(screen.queryByLabelText('Which')).toBe(null);
    expect(form.stored('which')).toBe('That one');
  });
});

describe('the picker of states', () => {
  it('adds states by typing and Enter, and takes one off by its chip', async () => {
    const form = await renderForm([states('f', 'States')]);
    const box = screen.getByRole('combobox', { name: 'States' });
    await form.user.type(box, 'new j{Enter}penn{Enter}');
    await whenSaved();
    expect(form.stored('f')).toEqual(['NJ', 'PA']);
    await form.user.click(screen.getByRole('button', { name: 'Remove New Jersey' }));
    await whenSaved();
    expect(form.stored('f')).toEqual(['PA']);
    expect(document.activeElement).toBe(box);
  });

  it('offers the code that is typed first, and walks the list with the arrow keys', async () => {
    const form = await renderForm([states('f', 'States')]);
    const box = screen.getByRole('combobox', { name: 'States' });
    await form.user.type(box, 'ma');
    const options = screen.getAllByRole('option').map((option) => option.textContent);
    expect(options[0]).toBe('Massachusetts MA');
    await form.user.keyboard('{ArrowDown}');
    expect(box.getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[1]?.id);
    await form.user.keyboard('{ArrowUp}{Enter}');
    await whenSaved();
    expect(form.stored('f')).toEqual(['MA']);
  });

  it('offers no state twice, closes on Escape and says when nothing matches', async () => {
    const form = await renderForm([states('f', 'States')], { answers: { f: ['NJ'] } });
    const box = screen.getByRole('combobox', { name: 'States' });
    await form.user.type(box, 'new jersey');
    expect(screen.queryByRole('option')).toBe(null);
    expect(box.getAttribute('aria-expanded')).toBe('true');
    screen.getByText('No state has that name.');
    await form.user.keyboard('{Enter}');
    await form.user.keyboard('{Escape}');
    expect(box.getAttribute('aria-expanded')).toBe('false');
    expect(form.stored('f')).toEqual(['NJ']);
  });
});

describe('the list of documents', () => {
  it('adds, changes and removes documents', async () => {
    const form = await renderForm([evidence('f', 'Proof')]);
    await form.user.click(screen.getByRole('button', { name: 'Add a document' }));
    expect(document.activeElement).toBe(form.control('f.0.name'));
    await form.user.type(form.control('f.0.name'), 'Letter');
    await form.user.type(form.control('f.0.location'), 'Blue folder');
    await form.user.click(screen.getByRole('button', { name: 'Add another document' }));
    await form.user.type(form.control('f.1.name'), 'Receipt');
    await form.user.tab();
    await whenSaved();
    expect(form.stored('f')).toEqual([
      { name: 'Letter', location: 'Blue folder' },
      { name: 'Receipt', location: '' },
    ]);
    await form.user.click(screen.getByRole('button', { name: 'Remove document 1' }));
    await whenSaved();
    expect(form.stored('f')).toEqual([{ name: 'Receipt', location: '' }]);
    await form.user.click(screen.getByRole('button', { name: 'Remove document 1' }));
    await whenSaved();
    expect(form.stored('f')).toBe(undefined);
  });

  it('does not count a document without a name, and keeps its place in words over a reload', async () => {
    const memory = aSessionMemory();
    const before = await renderForm([evidence('f', 'Proof')], { memory });
    await before.user.click(screen.getByRole('button', { name: 'Add a document' }));
    await before.user.type(before.control('f.0.location'), 'Blue folder');
    await before.user.tab();
    await whenSaved();
    expect(before.stored('f')).toBe(undefined);
    before.view.unmount();
    const after = await renderForm([evidence('f', 'Proof')], { memory });
    expect(after.control('f.0.location')).toHaveProperty('value', 'Blue folder');
    expect(after.saidOf('f')).toContain('Say what document 1 is called.');
    await after.user.type(after.control('f.0.name'), 'Letter');
    await after.user.tab();
    await whenSaved();
    expect(after.stored('f')).toEqual([{ name: 'Letter', location: 'Blue folder' }]);
  });

  it('keeps a name that is too long on screen without losing the documents already saved', async () => {
    const saved = [{ name: 'Letter', location: 'Blue folder' }];
    const form = await renderForm([evidence('f', 'Proof')], { answers: { f: saved } });
    await form.user.click(form.control('f.0.name'));
    await form.user.paste('x'.repeat(200));
    await form.user.tab();
    await whenSaved();
    expect(form.control('f.0.name')).toHaveProperty('value', `Letter${'x'.repeat(200)}`);
    expect(form.saidOf('f')).toContain('the limit is 200');
    expect(form.stored('f')).toEqual(saved);
  });
});
