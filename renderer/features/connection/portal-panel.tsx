import { type ReactNode, useState } from 'react';
import { recordFields } from '../../../shared/catalog/record-kinds.ts';
import { PORTAL_SEEN_FIELDS } from '../../../shared/catalog/records/portal.ts';
import { portalSubject } from '../../../shared/domain/check-standing.ts';
import type { PortalEntry } from '../../../shared/domain/connection-posture.ts';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { targetInWords } from '../../../shared/domain/portal-target.ts';
import { bridge } from '../../app/bridge.ts';
import { usePlan } from '../../app/plan-query.ts';
import type { RecordTarget } from '../../app/save-queue.ts';
import { Button } from '../../ui/button.tsx';
import { CheckHistory } from './check-history.tsx';
import folds from './check-list.module.css';
import { toggleId } from './check-row.tsx';
import type { CheckRunner } from './check-runner.ts';
import { OwnWordPart } from './own-word.tsx';
import { PortalForm } from './portal-form.tsx';
import { PortalResult } from './portal-result.tsx';
import { portalRowId } from './row-parts.tsx';
import { RunButton } from './run-button.tsx';
import { useRecordAction } from './use-record-action.ts';

const seenFields = recordFields('portal').filter(({ id }) =>
  PORTAL_SEEN_FIELDS.some((field) => field === id),
);

interface PortalPanelProps {
  readonly entry: PortalEntry;
  readonly runner: CheckRunner;
  readonly onSaved: (record: PlanRecord, isToBeChecked: boolean) => void;
  readonly onTakenOff: (record: PlanRecord) => void;
}

/** Everything about one portal: its result, what can be done with it, the user's own word, and earlier results. */
export function PortalPanel({ entry, runner, onSaved, onTakenOff }: PortalPanelProps): ReactNode {
  const { record, standing } = entry;
  const { plan, today } = usePlan();
  const [isEditing, setEditing] = useState(false);
  const [isWordOpen, setWordOpen] = useState(standing.ownWord !== null);
  const subject = portalSubject(record);
  return (
    <>
      {standing.run === null ? (
        <p>
          {subject === null
            ? 'This portal has no address yet. Add one under “Edit”.'
            : `Not checked yet. When you press “Check”, one connection to ${targetInWords(subject.target)} is opened and closed again. Nothing is sent through it.`}
        </p>
      ) : (
        <PortalResult run={standing.run} today={today} />
      )}
      {isEditing ? (
        <PortalForm
          id={`edit-portal-${record.id}`}
          record={record}
          labels={{ andCheck: 'Save and check', only: 'Save' }}
          onSaved={(saved, isToBeChecked) => {
            setEditing(false);
            onSaved(saved, isToBeChecked);
          }}
          onCancel={() => {
            setEditing(false);
            document.getElementById(toggleId(portalRowId(record.id)))?.focus();
          }}
        />
      ) : (
        <Actions entry={entry} runner={runner} onEdit={() => setEditing(true)} onTakenOff={onTakenOff} />
      )}
      {standing.kind === 'passed' || standing.kind === 'failed' ? null : (
        <OwnWordPart
          target={targetOf(record)}
          fields={seenFields}
          today={today}
          profile={plan.profile}
          isOpen={isWordOpen}
          onToggle={() => setWordOpen(!isWordOpen)}
          counted={standing.ownWord?.words ?? null}
        />
      )}
      {subject === null || standing.run === null ? null : (
        <CheckHistory subject={subject} newestId={standing.run.id} />
      )}
    </>
  );
}

interface ActionsProps extends Omit<PortalPanelProps, 'onSaved'> {
  readonly onEdit: () => void;
}

function Actions({ entry, runner, onEdit, onTakenOff }: ActionsProps): ReactNode {
  const { record, standing, name } = entry;
  const { run, trouble } = useRecordAction(targetOf(record));
  const [undone, setUndone] = useState('');
  const subject = portalSubject(record);
  const takeOff = async (): Promise<void> => {
    const done = await run(() => bridge.archiveRecord({ id: record.id, isArchived: true }));
    if (done !== null) onTakenOff(done.record);
  };
  const undo = async (): Promise<void> => {
    setUndone('');
    const done = await run(() => bridge.undoRecord({ id: record.id }));
    if (done !== null) setUndone(undoneInWords(done.undone));
  };
  return (
    <div className={folds.actions}>
      {subject === null ? null : (
        <RunButton runner={runner} subject={subject} name={name} newest={standing.run} />
      )}
      <Button aria-label={`Edit: ${name}`} onClick={onEdit}>
        Edit
      </Button>
      <Button aria-label={`Take off the list: ${name}`} onClick={takeOff}>
        Take off the list
      </Button>
      <Button kind="quiet" onClick={undo}>
        Undo last change
      </Button>
      <span role="status" className={folds.soft}>
        {trouble ?? undone}
      </span>
    </div>
  );
}

function targetOf({ id }: PlanRecord): RecordTarget {
  return `record/portal/${id}`;
}

// The app writes this one itself, along with the address.
const ownLabel = recordFields('portal').find(({ id }) => id === 'target')?.label;

function undoneInWords(labels: readonly string[]): string {
  const said = labels.filter((label) => label !== ownLabel).map((label) => `“${label}”`);
  return said.length === 0 ? 'Undone.' : `Undone: ${said.join(', ')}.`;
}
