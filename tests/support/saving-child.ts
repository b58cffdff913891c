// A process that saves one answer after another and says each time that it was told "saved". Meant to be killed.
import { writeSync } from 'node:fs';
import { createApplication } from '../../electron/application/create-application.ts';
import { EMPTY_PLAN } from '../../shared/domain/plan.ts';
import { aCatalog, anItem } from './an-item.ts';
import { aFakeShell } from './fake-shell.ts';

const [dataFolder = '', first = '1'] = process.argv.slice(2);
const item = anItem();
const opened = createApplication(aCatalog([item]), () => EMPTY_PLAN, {
  dataFolder,
  shell: aFakeShell(),
  clock: { today: () => '2026-11-22', now: () => '2026-11-22T12:00:00.000Z' },
  newId: () => 'id',
  version: '0',
  notice: null,
  sample: false,
});
if (!opened.ok) throw new Error(opened.error.message);

// Far more than any parent waits for, so that an orphan ends by itself.
for (let count = Number(first); count < Number(first) + 5_000; count += 1) {
  const patch = { answer: String(count), note: `${count} `.repeat(300) };
  const saved = await opened.value.invoke('answerItem', { itemId: item.id, patch }, { senderId: 1 });
  if (!saved.ok) throw new Error(saved.error.message);
  writeSync(1, `${count}\n`);
}
