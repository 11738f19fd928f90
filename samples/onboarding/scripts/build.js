// Copies the service or the documents to dist. Usage: node scripts/build.js service|docs
import { cp, rm } from 'node:fs/promises';

const sources = { service: 'src', docs: 'docs' };
const source = sources[process.argv[2]];
if (!source) {
  throw new Error('Say what to build: service or docs');
}

await rm('dist', { recursive: true, force: true });
await cp(source, 'dist', { recursive: true });
