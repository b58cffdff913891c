// Plain JavaScript on purpose: it must be able to explain itself on an old Node, where TypeScript cannot be loaded.
const [major, minor] = process.versions.node.split('.').map(Number);
const task = process.argv[2] ?? '';

if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `First Claim's scripts run on Node 24, which "npm ci" installs beside the other packages, but this is Node ${process.versions.node}.\n` +
      'Run "npm ci" again; if npm refuses to run install scripts, allow the one of the package "node", or install Node 24 yourself.',
  );
  process.exit(1);
}
process.argv.splice(2, 1);
await import(`./${task}.ts`);
