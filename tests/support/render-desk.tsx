import type { ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { SaveNote } from '../../renderer/app/save-note.tsx';
import { CandidatePage } from '../../renderer/features/vetting/candidate-page.tsx';
import { ComparePage } from '../../renderer/features/vetting/compare-page.tsx';
import { VettingPage } from '../../renderer/features/vetting/vetting-page.tsx';
import type { CheckRun } from '../../shared/domain/check-run.ts';
import type { HistoryEntry } from '../../shared/domain/history-entry.ts';
import { EMPTY_PLAN, type Plan, type PlanRecord } from '../../shared/domain/plan.ts';
import { aFakeBridge } from './fake-bridge.ts';
import { type RenderedPage, renderPage } from './render-form.tsx';
import { aProfile } from './test-profile.ts';

interface DeskOptions {
  readonly plan?: Partial<Plan>;
  /** What checks come to. */
  readonly runs?: readonly CheckRun[];
  /** Lines of the history, oldest first. */
  readonly history?: readonly HistoryEntry[];
}

/** Opens the vetting desk at a path, with these entries on its lists. */
export async function renderDesk(
  path: string,
  records: readonly PlanRecord[] = [],
  { plan = {}, runs = [], history = [] }: DeskOptions = {},
): Promise<RenderedPage> {
  const fake = aFakeBridge({
    plan: { ...EMPTY_PLAN, profile: aProfile(), records, ...plan },
    runs,
    past: { history },
  });
  return await renderPage(<Desk />, { fake, path });
}

function Desk(): ReactNode {
  return (
    <>
      <Switch>
        <Route path="/vetting" component={VettingPage} />
        <Route path="/vetting/:id">{({ id }) => <CandidatePage id={id} />}</Route>
        <Route path="/compare" component={ComparePage} />
      </Switch>
      <SaveNote />
    </>
  );
}

/** Everything said about a control: its hint, its message. */
export function saidOf(control: HTMLElement): string {
  return (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
}
