import { askAudit } from './audit-packages.ts';
import { askElectronSupport } from './electron-support.ts';

const answers = [await askAudit(30_000), await askElectronSupport(30_000)];
for (const { words } of answers) console.log(words);
// Not to know is no failure: it is said, and whoever reads the log decides.
process.exitCode = answers.some(({ verdict }) => verdict === 'holes') ? 1 : 0;
