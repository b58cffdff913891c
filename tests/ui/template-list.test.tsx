import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TemplateList } from '../../renderer/features/items/template-list.tsx';
import type { Template } from '../../shared/catalog/types.ts';
import { itemWithId } from '../support/a-plan.ts';
import { aFakeBridge, installBridge } from '../support/fake-bridge.ts';
import { renderApp } from '../support/render-app.tsx';

const aTemplate = (changes: Partial<Template> = {}): Template => ({
  id: 'a-line',
  title: 'A line to say',
  lead: 'When somebody asks.',
  text: 'This is ⟨your name⟩.\nPlease call ⟨number⟩.',
  cautions: ['Not on a Sunday.'],
  sources: ['vm'],
  ...changes,
});

function show(templates: readonly Template[] | undefined): UserEvent {
  installBridge(aFakeBridge());
  const user = userEvent.setup();
  render(<TemplateList templates={templates} />);
  return user;
}

const fold = (title = 'A line to say'): HTMLDetailsElement => {
  const found = screen.getByText(title, { selector: 'summary' }).closest('details');
  if (found === null) throw new Error(`“${title}” does not fold`);
  return found;
};

// jsdom has neither; both are put back after each test.
const withExecCommand = (execCommand: (() => boolean) | undefined): void => {
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true });
};
const refuseClipboard = () =>
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no', 'NotAllowedError'));

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  withExecCommand(undefined);
  window.getSelection()?.removeAllRanges();
});

describe('ready-to-use texts', () => {
  it('are folded until one is opened', async () => {
    const user = show([aTemplate()]);
    expect(fold().open).toBe(false);
    await user.click(screen.getByText('A line to say', { selector: 'summary' }));
    expect(fold().open).toBe(true);
  });

  it('say when to use them, what to take care of, and where the rule comes from', () => {
    show([aTemplate({ status: 'unverified' })]);
    const words = fold().textContent ?? '';
    expect(words).toContain('When somebody asks.');
    expect(words).toContain('Not on a Sunday.');
    expect(words).toContain('messages left for patients');
    expect(words).toContain('Not verified');
  });

  it('show every line and every blank as it stands in the catalog', () => {
    show([aTemplate()]);
    expect(fold().textContent).toContain('This is ⟨your name⟩.\nPlease call ⟨number⟩.');
  });

  it('take no room where an item has none', () => {
    show(undefined);
    expect(document.body.textContent).toBe('');
  });
});

describe('copying a text', () => {
  const copyButton = () => screen.getByRole('button', { name: 'Copy: A line to say', hidden: true });

  it('puts all of it on the clipboard and says so', async () => {
    const user = show([aTemplate()]);
    await user.click(copyButton());
    expect(await navigator.clipboard.readText()).toBe(aTemplate().text);
    expect(within(fold()).getByRole('status', { hidden: true }).textContent).toBe('Copied.');
  });

  it('takes the older way, as plain text, where the clipboard asks for a permission', async () => {
    const user = show([aTemplate()]);
    refuseClipboard();
    let copied = '';
    withExecCommand(() => {
      const event = new Event('copy', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', {
        value: { setData: (kind: string, text: string) => (copied = `${kind}: ${text}`) },
      });
      return !document.dispatchEvent(event);
    });
    await user.click(copyButton());
    expect(copied).toBe(`text/plain: ${aTemplate().text}`);
    expect(within(fold()).getByRole('status', { hidden: true }).textContent).toBe('Copied.');
  });

  it.each([
    ['says no', () => false],
    ['is not there', undefined],
  ])('leaves the text selected and says how to go on when that way %s', async (_name, execCommand) => {
    const user = show([aTemplate()]);
    refuseClipboard();
    withExecCommand(execCommand);
    await user.click(copyButton());
    expect(within(fold()).getByRole('status', { hidden: true }).textContent).toMatch(
      /^Copying was refused\. The text is selected: press Ctrl\+C/,
    );
    expect(window.getSelection()?.toString()).toBe(aTemplate().text);
  });

  it('leaves other things the user copies alone afterwards', async () => {
    const user = show([aTemplate()]);
    refuseClipboard();
    withExecCommand(() => true);
    await user.click(copyButton());
    expect(fireEvent.copy(document)).toBe(true);
  });
});

describe('the page of an item', () => {
  it.each(['com-phone', 'com-fax', 'com-print'] as const)('%s shows each of its texts', async (id) => {
    await renderApp({ path: `/item/${id}` });
    const part = screen.getByRole('region', { name: 'Ready-to-use texts' });
    const { templates = [] } = itemWithId(id);
    expect(templates.length).toBeGreaterThan(1);
    for (const { title, text } of templates) {
      expect(
        within(part).getByText(title, { selector: 'summary' }).closest('details')?.textContent,
      ).toContain(text);
    }
  });

  it('shows nothing of the kind for an item without texts', async () => {
    await renderApp({ path: '/item/biz-ein' });
    expect(screen.queryByRole('region', { name: 'Ready-to-use texts' })).toBe(null);
  });
});
