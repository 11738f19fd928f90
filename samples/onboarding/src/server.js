import { createServer } from 'node:http';
import { openSteps } from './checklist.js';

const server = createServer((request, response) => {
  const done = new URL(request.url, 'http://localhost').searchParams.getAll('done');
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ open: openSteps(done) }));
});

server.listen(Number(process.env.PORT ?? 8080));
