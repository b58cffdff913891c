import type { Plan } from '../../shared/domain/plan.ts';
import { failed, ok, type Result } from '../../shared/domain/result.ts';
import type { ArchiveDescription } from '../../shared/ipc/archive-contract.ts';
import type { InputOf, OutputOf } from '../../shared/ipc/contract.ts';

type ArchiveChannel = 'exportArchive' | 'cancelArchive' | 'chooseArchive' | 'importArchive';

/** An archive that lies ready to be chosen. */
export interface FakeArchive {
  /** Changes to what it says of itself. */
  readonly description?: Partial<ArchiveDescription>;
  /** The plan in it. */
  readonly plan?: Plan;
  readonly exported?: Partial<OutputOf<'exportArchive'>>;
}

/** The channels of archives: one can be chosen and imported, and exporting writes nothing. */
export function archiveHandlers(
  { description, plan, exported }: FakeArchive,
  replace: (plan: Plan) => void,
): { readonly [C in ArchiveChannel]: (input: InputOf<C>) => Result<OutputOf<C>> } {
  return {
    exportArchive: () =>
      ok({
        fileId: 'f1',
        fileName: 'first-claim-2026-11-22.firstclaim',
        folder: '/home/you',
        bytes: 1_500_000,
        evidenceFiles: 2,
        leftOut: 0,
        absent: 0,
        ...exported,
      }),
    cancelArchive: () => ok({}),
    chooseArchive: () =>
      ok({
        archiveId: 'a1',
        description: {
          fileName: 'from-the-laptop.firstclaim',
          folder: '/media/stick',
          bytes: 1_500_000,
          createdAt: '2026-11-20T12:00:00.000Z',
          appVersion: '1.2.3',
          businessName: 'Sample Billing Services',
          lastChangeAt: '2026-11-19T12:00:00.000Z',
          items: 12,
          records: 1,
          checks: 0,
          evidenceFiles: 2,
          evidenceBytes: 1_300_000,
          absentFiles: 0,
          ...description,
        },
      }),
    importArchive: ({ archiveId }) => {
      if (archiveId !== 'a1')
        return failed('not-found', 'This archive is not chosen any more. Choose it again.');
      if (plan !== undefined) replace(plan);
      return ok({
        evidenceFiles: 2,
        previous: { id: 'plan-20261122T120000Z-0007.db', madeAt: '2026-11-22T12:00:00.000Z', number: 7 },
      });
    },
  };
}
