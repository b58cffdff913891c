import type { ReactNode } from 'react';
import { catalog } from '../../../shared/catalog/catalog.ts';
import { ALL_CHECKS, listSubject } from '../../../shared/domain/history-entry.ts';
import { historyTopic, topicTitle } from '../../../shared/domain/history-subject.ts';
import { type Plan, RECORD_KINDS } from '../../../shared/domain/plan.ts';
import { LIST_TITLES } from '../../../shared/domain/report-words.ts';

interface HistoryFilterProps {
  readonly id: string;
  readonly className: string | undefined;
  readonly plan: Plan;
  /** A subject, a list, every check; null: everything. */
  readonly choice: string | null;
  readonly onChoose: (choice: string | null) => void;
}

/** Whose history is shown. */
export function HistoryFilter({ id, className, plan, choice, onChoose }: HistoryFilterProps): ReactNode {
  return (
    <select
      id={id}
      className={className}
      value={choice ?? ''}
      onChange={(event) => onChoose(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">Everything</option>
      <option value="profile">Your business</option>
      {choice?.startsWith('record:') === true ? (
        <option value={choice}>{topicTitle(historyTopic(choice, { catalog, plan }), choice)}</option>
      ) : null}
      <optgroup label="Lists">
        {RECORD_KINDS.map((kind) => (
          <option key={kind} value={listSubject(kind)}>
            {kind === 'portal' ? 'Portals' : kind === 'rule-answer' ? 'The Security Rule' : LIST_TITLES[kind]}
          </option>
        ))}
        <option value={ALL_CHECKS}>Checks by the app</option>
      </optgroup>
      {catalog.sections.map((section) => (
        <optgroup key={section.id} label={section.title}>
          {catalog.items
            .filter((item) => item.section === section.id)
            .map((item) => (
              <option key={item.id} value={`item:${item.id}`}>
                {item.title}
              </option>
            ))}
        </optgroup>
      ))}
    </select>
  );
}
