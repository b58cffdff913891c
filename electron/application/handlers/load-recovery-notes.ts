import { ok } from '../../../shared/domain/result.ts';
import type { Handler } from '../handler.ts';

/** What happened to the plan file, ever: what was kept, and what was lost. */
export const loadRecoveryNotes: Handler<'loadRecoveryNotes'> = (_input, { keeper }) =>
  ok({
    notes: keeper.notes().map(({ id, at, happened, kept, lost, quarantine }) => ({
      id,
      at,
      happened,
      kept: [...kept],
      lost: [...lost],
      quarantine,
    })),
  });
