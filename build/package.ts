import { join } from 'node:path';
import { buildApp } from './build-app.ts';
import { stop } from './flags.ts';
import { packageApp } from './package-app.ts';

await buildApp();
try {
  await packageApp();
} catch (error) {
  stop(`The app could not be packaged: ${error instanceof Error ? error.message : String(error)}`);
}
console.log(`The unpacked app is in ${join(import.meta.dirname, '..', 'release')}.`);
