import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSteps, steps } from '../src/checklist.js';

test('a new colleague has every step open', () => {
  assert.deepEqual(openSteps([]), steps);
});

test('finished steps are left out', () => {
  assert.deepEqual(openSteps(['account', 'laptop']), ['repository access', 'first pull request']);
});
