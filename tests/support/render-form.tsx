import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, type RenderResult, render, waitFor } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { type ReactNode, Suspense, useState } from 'react';
import { onTestFinished } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { PLAN_KEY, usePlanWatch } from '../../renderer/app/plan-query.ts';
import { createQueryClient } from '../../renderer/app/query-client.ts';
import { SaveNote } from '../../renderer/app/save-note.tsx';
import { SavingProvider, useAnswers } from '../../renderer/app/saving.tsx';
import type { SessionMemory } from '../../renderer/app/session-memory.ts';
import { FieldForm } from '../../renderer/ui/fields/field-form.tsx';
import { LiveRegion } from '../../renderer/ui/live-region.tsx';
import type { Answers, AnswerValue, Field } from '../../shared/domain/field.ts';
import type { Profile } from '../../shared/domain/plan.ts';
import { aCatalog, anItem, aPlan, aRecord } from './an-item.ts';
import { aFakeBridge, type FakeBridge, installBridge } from './fake-bridge.ts';
import type { FakeEvidence } from './fake-evidence.ts';
import { aSessionMemory } from './session-memory.ts';
import { aProfile, TODAY } from './test-profile.ts';

/** The item that forms under test belong to. Its path is the start of every control's id. */
export const FORM_ITEM = 'fnd-experience';

export interface RenderedPage {
  readonly view: RenderResult;
  readonly user: UserEvent;
  readonly fake: FakeBridge;
  /** Where the page is now. */
  readonly path: () => string;
  /** Goes somewhere else in the app. */
  readonly go: (path: string) => void;
}

interface PageOptions {
  readonly fake?: FakeBridge;
  readonly memory?: SessionMemory;
  readonly path?: string;
}

/** Renders part of the app inside everything it expects around it. */
export async function renderPage(page: ReactNode, options: PageOptions = {}): Promise<RenderedPage> {
  const fake = options.fake ?? aFakeBridge();
  installBridge(fake);
  const location = memoryLocation({ path: options.path ?? '/', record: true });
  const view = render(
    <Wrapped fake={fake} hook={location.hook} memory={options.memory ?? aSessionMemory()}>
      {page}
    </Wrapped>,
  );
  onTestFinished(cleanup);
  await waitFor(() => saveStates());
  return {
    view,
    user: userEvent.setup(),
    fake,
    path: () => location.history.at(-1) ?? '',
    go: location.navigate,
  };
}

function Wrapped({
  fake,
  hook,
  memory,
  children,
}: {
  readonly fake: FakeBridge;
  readonly hook: ReturnType<typeof memoryLocation>['hook'];
  readonly memory: SessionMemory;
  readonly children: ReactNode;
}): ReactNode {
  const [client] = useState(() => {
    const ready = createQueryClient();
    // Read beforehand: React holds a page back for 300 ms once it has shown that it is waiting.
    ready.setQueryData(PLAN_KEY, { plan: fake.plan(), today: TODAY });
    return ready;
  });
  return (
    <QueryClientProvider client={client}>
      <Router hook={hook}>
        <SavingProvider memory={memory} now={() => new Date(2026, 10, 22, 10, 42)}>
          <LiveRegion>
            <Suspense fallback="Reading…">
              <Watched>{children}</Watched>
            </Suspense>
          </LiveRegion>
        </SavingProvider>
      </Router>
    </QueryClientProvider>
  );
}

function Watched({ children }: { readonly children: ReactNode }): ReactNode {
  usePlanWatch();
  return children;
}

interface FormOptions {
  readonly answers?: Answers;
  readonly profile?: Profile;
  readonly memory?: SessionMemory;
  readonly evidence?: FakeEvidence;
}

export interface RenderedForm extends RenderedPage {
  /** What is stored of one field. */
  readonly stored: (fieldId: string) => AnswerValue | undefined;
  /** The control with this path below the item. */
  readonly control: (path: string) => HTMLElement;
  /** Everything said about a control: its hint, its message. */
  readonly saidOf: (path: string) => string;
}

/** Renders a form of these fields over a store of its own. */
export async function renderForm(fields: readonly Field[], options: FormOptions = {}): Promise<RenderedForm> {
  const item = anItem({ id: FORM_ITEM, fields });
  const profile = options.profile ?? aProfile();
  const records = options.answers === undefined ? [] : [aRecord(item, options.answers)];
  const fake = aFakeBridge({
    catalog: aCatalog([item]),
    plan: { ...aPlan(records), profile },
    ...(options.evidence === undefined ? {} : { evidence: options.evidence }),
  });
  const page = await renderPage(<Form fields={fields} profile={profile} />, {
    fake,
    ...(options.memory === undefined ? {} : { memory: options.memory }),
  });
  const control = (path: string): HTMLElement => {
    const element = document.getElementById(`${FORM_ITEM}.${path}`);
    if (element === null) throw new Error(`No control ${path}`);
    return element;
  };
  return {
    ...page,
    stored: (fieldId) => fake.plan().items[FORM_ITEM]?.answers[fieldId],
    control,
    saidOf: (path) =>
      (control(path).getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.textContent ?? '')
        .join(' ')
        .trim(),
  };
}

function Form({
  fields,
  profile,
}: {
  readonly fields: readonly Field[];
  readonly profile: Profile;
}): ReactNode {
  const answers = useAnswers(FORM_ITEM);
  return (
    <>
      <FieldForm target={FORM_ITEM} fields={fields} answers={answers} today={TODAY} profile={profile} />
      <SaveNote />
    </>
  );
}

/** Waits until nothing is on its way to the store any more. */
export async function whenSaved(): Promise<void> {
  await waitFor(() => {
    const [state] = saveStates();
    if (state === 'saving' || state === 'failed') throw new Error(`The page says: ${state}`);
  });
}

function saveStates(): readonly [string, ...string[]] {
  const [first, ...rest] = [...document.querySelectorAll('[data-save-state]')].map(
    (element) => element.getAttribute('data-save-state') ?? '',
  );
  if (first === undefined) throw new Error('The page does not say how saving stands');
  return [first, ...rest];
}
