import { choice, evidence, longText, pastDate } from '../field-builders.ts';
import type { FieldGroup } from './record-kind.ts';

/** What the user says about one point of the Security Rule. */
export const ruleAnswerGroups: readonly FieldGroup[] = [
  {
    id: 'answer',
    title: 'Your answer',
    fields: [
      choice(
        'status',
        'How you meet this point',
        {
          met: 'Met: done as it says',
          equivalent: 'Not reasonable for me: documented, with something equivalent instead',
          open: 'Open: not done yet',
        },
        { required: true },
      ),
      longText('how', 'How it is met', {
        hint: 'In a sentence or two. No patient names.',
        showWhen: (beside) => beside.text('status') === 'met',
      }),
      longText('reason', 'Why it is not reasonable and appropriate for you', {
        required: true,
        showWhen: (beside) => beside.text('status') === 'equivalent',
      }),
      longText('equivalent', 'What you do instead', {
        required: true,
        hint: 'If nothing else is reasonable either, say so and why.',
        showWhen: (beside) => beside.text('status') === 'equivalent',
      }),
      pastDate('decided', 'Decided on', {
        required: true,
        showWhen: (beside) => beside.text('status') !== 'open',
      }),
      evidence('file', 'Where it is written down'),
    ],
  },
];
