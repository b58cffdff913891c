import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { isSameCompany } from '../../../shared/catalog/name-match.ts';
import { type PartnerKind, partnerName, toPartner } from '../../../shared/domain/partner.ts';
import type { Plan, PlanRecord } from '../../../shared/domain/plan.ts';
import { BridgeError, bridge, messageOf } from '../../app/bridge.ts';
import { showRecord, usePlan } from '../../app/plan-query.ts';
import { paths } from '../../app/routes.ts';
import { useDraft, useDrafts } from '../../app/saving.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import controls from '../../ui/fields/controls.module.css';
import { FieldFrame, fieldIds } from '../../ui/fields/field-frame.tsx';
import { usePatientDataWarning } from '../../ui/fields/text-editor.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';
import styles from './partner-list.module.css';

const NAME = 'new-partner.name';
const KIND = 'new-partner.kind';

interface Problems {
  readonly name?: string;
  readonly kind?: string;
}

/** Adds a partner by kind and name, and goes on to its page. What is refused stays as it was typed. */
export function AddPartner(): ReactNode {
  const client = useQueryClient();
  const drafts = useDrafts();
  const name = useDraft(NAME)?.typed ?? '';
  const kind = useDraft(KIND)?.typed ?? '';
  const [, navigate] = useLocation();
  const [problems, setProblems] = useState<Problems>({});
  const isSending = useRef(false);
  const refuse = (found: Problems): void => {
    setProblems(found);
    document.getElementById(found.kind === undefined ? NAME : `${KIND}.client`)?.focus();
  };
  const add = async (): Promise<void> => {
    if (isSending.current) return;
    const found = problemsIn(name, kind);
    if (Object.keys(found).length > 0) return refuse(found);
    isSending.current = true;
    try {
      const patch = { name: name.trim(), partner_kind: kind };
      const { record } = await bridge.saveRecord({ kind: 'partner', id: null, patch });
      showRecord(client, record);
      drafts.forget(NAME);
      drafts.forget(KIND);
      navigate(paths.partner(record.id));
    } catch (thrown) {
      refuse({ name: thrown instanceof BridgeError ? thrown.message : messageOf(thrown) });
    } finally {
      isSending.current = false;
    }
  };
  return (
    <form
      className={styles.form}
      autoComplete="off"
      noValidate
      aria-labelledby="add-partner"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <h2 id="add-partner">Add a client or a vendor</h2>
      <KindBox
        kind={kind}
        problem={problems.kind ?? null}
        onKind={(next) => {
          drafts.keep(KIND, next);
          setProblems({ ...(problems.name === undefined ? {} : { name: problems.name }) });
        }}
      />
      <NameBox
        name={name}
        problem={problems.name ?? null}
        onName={(typed) => {
          drafts.keep(NAME, typed);
          setProblems({ ...(problems.kind === undefined ? {} : { kind: problems.kind }) });
        }}
      />
    </form>
  );
}

function problemsIn(name: string, kind: string): Problems {
  return {
    ...(kind === '' ? { kind: 'Choose whether it is a client or a vendor.' } : {}),
    ...(name.trim() === '' ? { name: 'Type its name.' } : {}),
  };
}

const KINDS: readonly (readonly [kind: PartnerKind, label: string])[] = [
  ['client', 'Client: I bill for it'],
  ['vendor', 'Vendor: it works for me'],
];

interface KindBoxProps {
  readonly kind: string;
  readonly problem: string | null;
  readonly onKind: (kind: PartnerKind) => void;
}

function KindBox({ kind, problem, onKind }: KindBoxProps): ReactNode {
  const ids = fieldIds(KIND, false);
  return (
    <FieldFrame path={KIND} label="Client or vendor" isOptional={false} isWide as="group" error={problem}>
      <div
        role="radiogroup"
        id={KIND}
        className={controls.options}
        aria-labelledby={ids.label}
        aria-describedby={ids.describedBy}
        aria-required
        aria-invalid={problem !== null}
      >
        {KINDS.map(([value, label]) => (
          <label key={value} className={controls.option}>
            <input
              type="radio"
              id={`${KIND}.${value}`}
              name={KIND}
              value={value}
              checked={kind === value}
              onChange={() => onKind(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </FieldFrame>
  );
}

/** The partner whose name differs from this one at most in case, punctuation or a legal suffix. */
function partnerLike(name: string, { records }: Plan): PlanRecord | null {
  const alike = records.filter(
    ({ kind, answers }) =>
      kind === 'partner' && typeof answers.name === 'string' && isSameCompany(answers.name, name),
  );
  return alike.find(({ archivedOn }) => archivedOn === null) ?? alike[0] ?? null;
}

/** Says that there is one of almost the same name. It may be another company, so nothing is refused. */
function AlreadyThere({ partner }: { readonly partner: PlanRecord }): ReactNode {
  const place = partner.archivedOn === null ? '' : ', taken off the list';
  return (
    <span className={styles.already}>
      <StatusIcon state="on-hold" text="You already have" />{' '}
      <Link to={paths.partner(partner.id)}>
        <span dir="auto">“{partnerName(toPartner(partner))}”</span>
      </Link>
      {place}.
    </span>
  );
}

interface NameBoxProps {
  readonly name: string;
  readonly problem: string | null;
  readonly onName: (typed: string) => void;
}

function NameBox({ name, problem, onName }: NameBoxProps): ReactNode {
  const warning = usePatientDataWarning(name);
  const { plan } = usePlan();
  const twin = partnerLike(name, plan);
  return (
    <FieldFrame
      path={NAME}
      label="Name"
      hint="The name you call it by. The rest comes on its page."
      isOptional={false}
      isWide
      as="label"
      error={problem}
      warning={warning}
      note={twin === null || problem !== null ? null : <AlreadyThere partner={twin} />}
    >
      <div className={styles.entry}>
        <div className={classNames(controls.box, problem !== null && controls.wrong)}>
          <input
            id={NAME}
            name={NAME}
            type="text"
            className={controls.input}
            autoComplete="off"
            dir="auto"
            value={name}
            onChange={(event) => onName(event.target.value)}
            aria-required
            aria-invalid={problem !== null}
            aria-describedby={fieldIds(NAME, true).describedBy}
          />
        </div>
        <Button type="submit">Add</Button>
      </div>
    </FieldFrame>
  );
}
