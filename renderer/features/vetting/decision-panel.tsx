import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { formatDate } from '../../../shared/domain/iso-date.ts';
import { candidateName, candidatesOf, textIn } from '../../../shared/domain/vetting/candidate.ts';
import { portalOf } from '../../../shared/domain/vetting/candidate-portal.ts';
import { messageOf } from '../../app/bridge.ts';
import { paths } from '../../app/routes.ts';
import { useDrafts, useSaveQueue } from '../../app/saving.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useAnnounce } from '../../ui/live-region.tsx';
import frames from '../connection/check-list.module.css';
import { PortalOffer } from '../connection/portal-offer.tsx';
import { KIND_WORDS } from './candidate-kinds.ts';
import type { StepView } from './candidate-steps.tsx';
import { ChooseForm } from './choose-form.tsx';
import styles from './decision-panel.module.css';
import { EarlierDecisions } from './earlier-decisions.tsx';
import { decide, makePartner, partnerOf, recordChoice } from './make-choice.ts';
import { StepForm } from './step-form.tsx';
import { TurnDownForm } from './turn-down-form.tsx';

type Mode = 'shown' | 'choosing' | 'turning-down';

/** The decision about one candidate: choose it, or turn it down, each with the reason; then what follows from it. */
export function DecisionPanel({ view }: { readonly view: StepView }): ReactNode {
  const { assessed, group, plan, today } = view;
  const { record, assessment } = assessed;
  const [mode, setMode] = useState<Mode>('shown');
  const { act, trouble } = useDecision(view, () => setMode('shown'));
  const decision = textIn(record, 'decision');
  const name = candidateName(record);
  const editable = group.fields.filter(
    ({ id }) => id !== 'decision' && (decision !== '' || !BY_FORM.includes(id)),
  );
  return (
    <div className={styles.panel}>
      {assessment.verdict === 'do-not-sign' ? (
        <Banner kind="stop" title="Do not sign">
          <p>
            You can record a choice all the same, for example because it was made long ago. Its items stay
            blocked until the hard stops above are gone.
          </p>
        </Banner>
      ) : null}
      <Decided
        view={view}
        onAddPartner={() =>
          act(async (client) => {
            await makePartner(client, plan, record);
            return `${name} is one of your partners.`;
          })
        }
      />
      {record.archivedOn === null && mode === 'shown' ? (
        <p className={frames.actions}>
          {decision === 'chosen' ? null : <Button onClick={() => setMode('choosing')}>Choose {name}…</Button>}
          {decision === 'not-chosen' ? null : (
            <Button onClick={() => setMode('turning-down')}>
              {decision === 'chosen' ? 'Change your mind…' : 'Turn it down…'}
            </Button>
          )}
        </p>
      ) : null}
      {mode === 'choosing' ? (
        <ChooseForm
          record={record}
          others={candidatesOf(plan, record.kind).filter(({ id }) => id !== record.id)}
          plan={plan}
          today={today}
          onChoose={(reason, others) =>
            act(async (client) => {
              await recordChoice(client, { chosen: record, reason, others, decidedOn: today });
              await makePartner(client, plan, record);
              return `${name} is chosen.`;
            })
          }
          onCancel={() => setMode('shown')}
        />
      ) : null}
      {mode === 'turning-down' ? (
        <TurnDownForm
          record={record}
          onTurnDown={(reason) =>
            act(async (client) => {
              await decide(client, record, 'not-chosen', reason, today);
              return `${name} is not chosen.`;
            })
          }
          onCancel={() => setMode('shown')}
        />
      ) : null}
      {trouble === null ? null : (
        <p role="alert" className={frames.trouble}>
          {trouble}
        </p>
      )}
      <StepForm view={view} fields={editable} />
      <EarlierDecisions record={record} />
    </div>
  );
}

// Reason and day are asked along with the decision, and can be put right afterwards.
const BY_FORM: readonly string[] = ['decision_reason', 'decided_on'];

/** What was decided, and what follows. */
function Decided({
  view,
  onAddPartner,
}: {
  readonly view: StepView;
  readonly onAddPartner: () => Promise<void>;
}): ReactNode {
  const { assessed, plan } = view;
  const { record } = assessed;
  const { noun } = KIND_WORDS[record.kind];
  const decision = textIn(record, 'decision');
  const on = textIn(record, 'decided_on');
  const day = on === '' ? '' : ` on ${formatDate(on)}`;
  if (decision === 'not-chosen')
    return (
      <p>
        You turned this {noun} down{day}.
      </p>
    );
  if (decision !== 'chosen') {
    return (
      <p>
        Nothing is decided yet. Whatever you decide, the reason is kept, and changing your mind later keeps
        it, too.
      </p>
    );
  }
  const partner = partnerOf(plan, record);
  const portal = portalOf(plan, record);
  return (
    <>
      <p>
        You chose this {noun}
        {day}.
      </p>
      {partner === null || partner.archivedOn !== null ? (
        <p>
          It is not among your partners yet.{' '}
          <Button kind="quiet" onClick={onAddPartner}>
            Add it as a vendor
          </Button>
        </p>
      ) : (
        <p>
          It is one of your partners:{' '}
          <Link to={paths.partner(partner.id)}>record its agreement (BAA) there</Link>.
        </p>
      )}
      {portal === null ? null : <PortalOffer portal={portal} />}
    </>
  );
}

interface Decision {
  readonly act: (work: (client: ReturnType<typeof useQueryClient>) => Promise<string>) => Promise<void>;
  readonly trouble: string | null;
}

/** Does what was decided after everything typed before it, and says how it went. */
function useDecision({ assessed }: StepView, onDone: () => void): Decision {
  const { record } = assessed;
  const client = useQueryClient();
  const queue = useSaveQueue();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const [trouble, setTrouble] = useState<string | null>(null);
  const act: Decision['act'] = async (work) => {
    setTrouble(null);
    if (!(await queue.settle(`record/${record.kind}/${record.id}`))) {
      setTrouble('Your last changes could not be saved yet, so nothing was decided. Try again.');
      return;
    }
    try {
      announce(await work(client));
      drafts.forget(`decide-${record.id}`);
      onDone();
      document.getElementById('step-decision-toggle')?.focus();
    } catch (thrown) {
      setTrouble(messageOf(thrown));
    }
  };
  return { act, trouble };
}
