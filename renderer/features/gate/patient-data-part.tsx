import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { type BaaChain, baaChain, chainInWords, isBroken } from '../../../shared/domain/baa-chain.ts';
import type { IsoDate } from '../../../shared/domain/iso-date.ts';
import type { Plan } from '../../../shared/domain/plan.ts';
import { listChoice } from '../../../shared/domain/report-vetting.ts';
import type { ReportCandidate } from '../../../shared/domain/report-vetting-types.ts';
import { CANDIDATE_KINDS, type CandidateKind } from '../../../shared/domain/vetting/candidate.ts';
import { paths } from '../../app/routes.ts';
import { HairlineList, HairlineRow } from '../../ui/hairline-list.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import { BaaMark } from '../partners/baa-mark.tsx';
import { VerdictMark } from '../vetting/verdict-mark.tsx';
import styles from './gate-page.module.css';

interface PatientDataPartProps {
  readonly plan: Plan;
  readonly today: IsoDate;
}

/** Who would see patient data: the agreements that do not stand, and the companies that were chosen. */
export function PatientDataPart({ plan, today }: PatientDataPartProps): ReactNode {
  const chain = baaChain(plan, today);
  return (
    <section className={styles.part} aria-labelledby="parties">
      <h2 id="parties">Who may see patient data</h2>
      <p className={styles.sentence}>
        {chain.links.length === 0 ? NOBODY_TEXT : chainInWords(chain)}{' '}
        <Link to={paths.partners}>Partners</Link>
      </p>
      <BrokenLinks chain={chain} />
      <HairlineList label="Chosen companies">
        {CANDIDATE_KINDS.map((kind) => (
          <Choice key={kind} kind={kind} plan={plan} today={today} />
        ))}
      </HairlineList>
    </section>
  );
}

function BrokenLinks({ chain }: { readonly chain: BaaChain }): ReactNode {
  const broken = chain.links.filter(({ standing }) => isBroken(standing));
  if (broken.length === 0) return null;
  return (
    <div className={styles.links}>
      <HairlineList label="Agreements that do not stand">
        {broken.map(({ node, standing, words }) => (
          <HairlineRow
            key={node.id}
            title={node.name}
            to={paths.partner(node.id)}
            detail={`${node.kind === 'client' ? 'Client' : node.role || 'Vendor'}. ${words}`}
            status={<BaaMark standing={standing} />}
          />
        ))}
      </HairlineList>
    </div>
  );
}

function Choice({ kind, plan, today }: PatientDataPartProps & { readonly kind: CandidateKind }): ReactNode {
  const { title, decision, chosen } = listChoice(kind, plan, today);
  if (chosen === null) {
    return (
      <HairlineRow
        title={title}
        to={paths.vetting}
        detail={decision}
        status={<StatusIcon state="not-started" text="Not chosen" />}
      />
    );
  }
  return (
    <HairlineRow
      title={chosen.name}
      to={paths.candidate(chosen.id)}
      detail={[CHOSEN_WORDS[kind], ...openOf(chosen)].join(' ')}
      status={<VerdictMark verdict={chosen.verdict.kind} />}
    />
  );
}

/** What is open about the chosen one, a sentence each: what rules it out, what is on hold, whom to ask still. */
function openOf({ hardStops, holds, checks, open }: ReportCandidate): readonly string[] {
  const [firstHold] = holds;
  return [
    ...hardStops.map(({ text }) => text),
    ...(firstHold === undefined
      ? []
      : [holds.length === 1 ? firstHold : `${holds.length} things are on hold.`]),
    ...(checks === null
      ? []
      : [`${checks.text}${checks.open.length === 0 ? '' : `, open: ${checks.open.join('; ')}`}.`]),
    ...(open.length === 0 ? [] : [open.length === 1 ? '1 question open.' : `${open.length} questions open.`]),
  ];
}

const CHOSEN_WORDS: Readonly<Record<CandidateKind, string>> = {
  clearinghouse: 'Your clearinghouse.',
  'billing-software': 'Your billing software.',
};

const NOBODY_TEXT =
  'No client and no vendor is on the list of partners yet. What the items say of agreements counts above.';
