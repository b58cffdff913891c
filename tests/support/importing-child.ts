// A process that imports two archives in turn and says each time that it is done. Meant to be killed.
import { writeSync } from 'node:fs';
import { openArchiveWorld } from './archive-world.ts';

const [dataFolder = '', ...archives] = process.argv.slice(2);
const world = openArchiveWorld(dataFolder);

// Far more than any parent waits for, so that an orphan ends by itself.
for (let count = 0; count < 400; count += 1) {
  const at = count % archives.length;
  const imported = await world.importFrom(archives[at] ?? '');
  if (!imported.ok) throw new Error(imported.error.message);
  writeSync(1, `${at}\n`);
}
