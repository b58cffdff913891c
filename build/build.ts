import { buildApp } from './build-app.ts';

const startedAt = Date.now();
await buildApp();
console.log(`Built the app into dist/ in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`);
