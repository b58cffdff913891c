import { askAudit } from './audit-packages.ts';

const { verdict, words } = await askAudit(30_000);
console.log(words);
// Not to know is no failure: it is said, and whoever reads the log decides.
process.exitCode = verdict === 'holes' ? 1 : 0;
