import { type ReactNode, useState } from 'react';
import type { CheckSubject } from '../../../shared/domain/check-run.ts';
import { portalSubject } from '../../../shared/domain/check-standing.ts';
import {
  type ConnectionPosture,
  type PortalEntry,
  subjectOf,
} from '../../../shared/domain/connection-posture.ts';
import type { PlanRecord } from '../../../shared/domain/plan.ts';
import { useAnnounce } from '../../ui/live-region.tsx';
import { ArchivedPortals, TakenOffNote } from './archived-portals.tsx';
import { BatchButton } from './batch-button.tsx';
import styles from './check-list.module.css';
import { CheckRow, toggleId } from './check-row.tsx';
import { type CheckRunner, placeOf } from './check-runner.ts';
import { ChosenPortals } from './chosen-portals.tsx';
import type { OpenRows } from './open-rows.ts';
import { PortalForm } from './portal-form.tsx';
import { PortalPanel } from './portal-panel.tsx';
import { portalDetail, portalRowId, RowDate, RowMark } from './row-parts.tsx';

interface PortalListProps {
  readonly posture: ConnectionPosture;
  readonly runner: CheckRunner;
  readonly rows: OpenRows;
}

/** The portals the user signs in to, a way to add one, and those taken off the list. */
export function PortalList({ posture, runner, rows }: PortalListProps): ReactNode {
  const { portals } = posture;
  const announce = useAnnounce();
  const [takenOff, setTakenOff] = useState<PlanRecord | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const subjects = portals.map(subjectOf).filter((subject): subject is CheckSubject => subject !== null);
  const check = (record: PlanRecord, isNew: boolean, isToBeChecked: boolean): void => {
    setNote(null);
    const said = isNew ? 'Added to the list.' : 'Saved.';
    const subject = isToBeChecked ? portalSubject(record) : null;
    if (subject === null) announce(said);
    else if (runner.isIdle()) void runner.start([subject], placeOf(subject));
    else setNote(`${said} Other checks are running; check this portal when they have ended.`);
  };
  const added = (record: PlanRecord, isToBeChecked: boolean): void => {
    check(record, true, isToBeChecked);
    if (isToBeChecked) rows.show(portalRowId(record.id));
    else document.getElementById('new-portal.address')?.focus();
  };
  const saved = (record: PlanRecord, isToBeChecked: boolean): void => {
    check(record, false, isToBeChecked);
    document.getElementById(toggleId(portalRowId(record.id)))?.focus();
  };
  return (
    <section className={styles.part} aria-labelledby="portals">
      <div className={styles.bar}>
        <h2 id="portals">Portals</h2>
        {subjects.length < 2 ? null : (
          <BatchButton
            runner={runner}
            place="portals"
            label="Check all portals"
            onPress={() => void runner.start(subjects, 'portals')}
          />
        )}
      </div>
      <p className={styles.lead}>
        The sites you sign in to: clearinghouse, records systems, payers, email, billing software. A check
        opens one connection, looks at how it is encrypted and whose certificate it shows, and closes it. It
        signs in nowhere.
      </p>
      <div className={styles.frame}>
        {portals.length === 0 ? null : (
          <ul className={styles.list} aria-labelledby="portals">
            {portals.map((entry) => (
              <PortalRow
                key={entry.record.id}
                entry={entry}
                runner={runner}
                rows={rows}
                onSaved={saved}
                onTakenOff={setTakenOff}
              />
            ))}
          </ul>
        )}
        {takenOff === null ? null : (
          <TakenOffNote
            key={takenOff.id}
            record={takenOff}
            onBack={() => {
              setTakenOff(null);
              rows.show(portalRowId(takenOff.id));
            }}
          />
        )}
      </div>
      <h3 className={styles.heading} id="add-portal">
        Add a portal
      </h3>
      <ChosenPortals />
      <PortalForm
        id="new-portal"
        record={null}
        labels={{ andCheck: 'Add and check', only: 'Add without checking' }}
        onSaved={added}
      />
      <p role="status" className={styles.note}>
        {note}
      </p>
      <ArchivedPortals onBack={(record) => rows.show(portalRowId(record.id))} />
    </section>
  );
}

interface PortalRowProps {
  readonly entry: PortalEntry;
  readonly runner: CheckRunner;
  readonly rows: OpenRows;
  readonly onSaved: (record: PlanRecord, isToBeChecked: boolean) => void;
  readonly onTakenOff: (record: PlanRecord) => void;
}

function PortalRow({ entry, runner, rows, onSaved, onTakenOff }: PortalRowProps): ReactNode {
  const id = portalRowId(entry.record.id);
  return (
    <CheckRow
      id={id}
      title={entry.name}
      detail={portalDetail(entry)}
      mark={<RowMark standing={entry.standing} subject={subjectOf(entry)} underWay={runner.underWay} />}
      meta={<RowDate standing={entry.standing} />}
      isOpen={rows.isOpen(id)}
      onToggle={() => rows.toggle(id)}
    >
      {() => <PortalPanel entry={entry} runner={runner} onSaved={onSaved} onTakenOff={onTakenOff} />}
    </CheckRow>
  );
}
