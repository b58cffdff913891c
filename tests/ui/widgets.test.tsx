import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { ChoiceBar } from '../../renderer/ui/choice-bar.tsx';
import { LiveRegion, useAnnounce } from '../../renderer/ui/live-region.tsx';
import { ProgressSquares } from '../../renderer/ui/progress-squares.tsx';
import { StatusIcon } from '../../renderer/ui/status-icon.tsx';
import type { ItemState } from '../../shared/domain/assess-item.ts';
import { STATE_WORDS } from '../../shared/domain/state-words.ts';

const STATES = Object.keys(STATE_WORDS) as ItemState[];

afterEach(cleanup);

function Speaker() {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce('Saved 10:42')}>
      Say
    </button>
  );
}

describe('a state', () => {
  it.each(STATES)('“%s” is said in words beside its shape', (state) => {
    render(<StatusIcon state={state} />);
    expect(screen.getByText(STATE_WORDS[state])).toBeTruthy();
  });

  it('has a shape that no other state has', () => {
    const shapes = STATES.map((state) => {
      const { container, unmount } = render(<StatusIcon state={state} />);
      const shape = container.querySelector('svg')?.innerHTML.replace(/ class="[^"]*"/g, '');
      unmount();
      return shape;
    });
    expect(new Set(shapes).size).toBe(STATES.length);
  });

  it('keeps its word for screen readers where the eye has it elsewhere', () => {
    render(<StatusIcon state="blocked" word="hidden" />);
    expect(screen.getByText('Blocks you').className).toBe('visually-hidden');
  });
});

describe('the progress squares', () => {
  const legend = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

  it('draw one square for each item that counts, grouped, with a legend in words', () => {
    const states: ItemState[] = [
      'not-started',
      'done',
      'overdue',
      'not-applicable',
      'on-hold',
      'blocked',
      'done',
    ];
    const { container } = render(<ProgressSquares states={states} />);
    expect(container.querySelectorAll('[aria-hidden="true"] > svg')).toHaveLength(states.length);
    expect(legend()).toEqual(['3 settled', '1 on hold', '2 block you', '1 not started']);
  });

  it('leave out what is set aside', () => {
    render(<ProgressSquares states={['set-aside', 'done']} />);
    expect(legend()).toEqual(['1 settled']);
  });
});

describe('the choice bar', () => {
  it('is a group of radio buttons that arrow keys move through', async () => {
    const chosen: string[] = [];
    render(
      <ChoiceBar
        legend="Show"
        choices={[
          { value: 'all', label: 'All' },
          { value: 'todo', label: 'To do', count: 3 },
        ]}
        value="all"
        onChoose={(value) => chosen.push(value)}
      />,
    );
    expect(screen.getByRole('group', { name: 'Show' })).toBeTruthy();
    await userEvent.tab();
    await userEvent.keyboard('{ArrowRight}');
    expect(chosen).toEqual(['todo']);
  });
});

describe('the live region', () => {
  it('reads the same words again when they are said again', async () => {
    render(
      <LiveRegion>
        <Speaker />
      </LiveRegion>,
    );
    const region = screen.getByRole('status');
    expect(region.textContent).toBe('');
    await userEvent.click(screen.getByRole('button'));
    const first = region.firstElementChild;
    expect(first?.textContent).toBe('Saved 10:42');
    await userEvent.click(screen.getByRole('button'));
    expect(region.firstElementChild).not.toBe(first);
    expect(region.textContent).toBe('Saved 10:42');
  });
});
