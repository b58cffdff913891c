import { noteFor, openBenchApplication, recordFor, succeeded } from './bench-plan.ts';
import { againstSize, type Comparison } from './comparison.ts';
import { EMPTY, GROWN } from './grown-plan.ts';
import { type Rounds, timeInTurns } from './measure.ts';

// Enough that SQLite copies its log into the file several times, and that those saves are among the slowest.
const ROUNDS: Rounds = { rounds: 100, block: 10, warmup: 2, limitMs: 20_000 };

/** Saves one answer after the other in a plan that has grown, and in an empty one. */
export async function compareGrownSaves(grown: string, empty: string): Promise<readonly Comparison[]> {
  const applications = [
    { name: GROWN, application: openBenchApplication(grown) },
    { name: EMPTY, application: openBenchApplication(empty) },
  ];
  const [ours, small] = await timeInTurns(
    applications.map(({ name, application }) => ({
      name,
      run: async (turn: number) => {
        const payload = { itemId: recordFor(turn).id, patch: { note: noteFor(turn) } };
        succeeded(await application.invoke('answerItem', payload, { senderId: 1 }));
      },
    })),
    ROUNDS,
  );
  for (const { application } of applications) application.close();
  if (!ours || !small) throw new Error('Nothing was measured');
  return [
    againstSize('save, whole request', ours, small, 2),
    againstSize('save, the slowest in a hundred', ours, small, 2, 'p99'),
    againstSize('save, the slowest of all', ours, small, null, 'slowest'),
  ];
}
